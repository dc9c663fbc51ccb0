import type { DomainEvent, Instant } from '@app/kernel';
import type { RepairCause } from '../ticket/ticket.values.js';
import type { LabourLogged, PartConsumed } from './on-site.events.js';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

type Event<Type extends string, Data> = DomainEvent<Type, Data>;

/** What an entry of labour says, and what one of parts. */
export type LabourSaid = Pick<LabourLogged['data'], 'workType' | 'span' | 'hours'>;
export type PartSaid = Pick<PartConsumed['data'], 'sku' | 'quantity' | 'serial' | 'lot'>;

interface OfEntry {
  readonly visit: number;
  /** Its number on the ticket. */
  readonly entry: number;
  /** Whose labour it is, or who used the part. */
  readonly technician: string;
  readonly reason: string;
}

/** The entry says this from now on, in place of what it said before. */
export type LabourCorrected = Event<
  'LabourCorrected',
  OfEntry & LabourSaid & { readonly before: LabourSaid }
>;
export type PartCorrected = Event<
  'PartCorrected',
  OfEntry & PartSaid & { readonly before: PartSaid }
>;

/** There was no such labour, or the part was not used after all; the entry keeps its number. */
export type LabourWithdrawn = Event<'LabourWithdrawn', OfEntry & { readonly before: LabourSaid }>;
export type PartWithdrawn = Event<'PartWithdrawn', OfEntry & { readonly before: PartSaid }>;

/** What the entry had used beyond what was in hand came from what was issued before, as is recorded only now (R12). */
export type PartUseExplained = Event<
  'PartUseExplained',
  Omit<OfEntry, 'reason'> & {
    readonly sku: string;
    /** So many of them. */
    readonly quantity: number;
    /** Of the entry so many are still to be explained; absent: none. */
    readonly uncovered?: number;
  }
>;

/** The fault came of something else than the repair says that it names, by its time (V17, V27). */
export type RepairCauseCorrected = Event<
  'RepairCauseCorrected',
  {
    visit: number;
    /** When the repair was completed whose cause it is. */
    repairedAt: Instant;
    cause: RepairCause;
    before: RepairCause;
    reason: string;
  }
>;

/** What was written down of hours, parts and causes is set right, withdrawn or explained. */
export type CorrectionEvent =
  | LabourCorrected
  | LabourWithdrawn
  | PartCorrected
  | PartWithdrawn
  | PartUseExplained
  | RepairCauseCorrected;
