import type { Instant, LocalDate } from '@app/kernel';

/** A system's warranty, from its final acceptance on, or the maintenance after it (B2). */
export type ContractKind = 'warranty' | 'maintenance';

/** The two who sign. */
export type Party = 'centre' | 'customer';

/** One time of a plan, by the date that its rule names, whatever day it comes to. */
export interface RoundId {
  readonly plan: string;
  readonly round: LocalDate;
}

/** When a round is to be done. */
export interface RoundDay {
  /** By the working calendar, or as it was moved. */
  readonly day: LocalDate;
  /** When its ticket is opened. */
  readonly opens: Instant;
  /** The end of `day`: what is done later is late. */
  readonly due: Instant;
}

/** A round that has its day. */
export type PlannedRound = RoundId & RoundDay & { readonly site: string };

/** How the ticket of a round ended without the maintenance, or that it was reopened. */
export type NotDone =
  | 'cancelled'
  | 'declined'
  | 'unrepairable'
  | 'not-signed'
  | 'no-access'
  | 'refused-service'
  | 'reopened';
