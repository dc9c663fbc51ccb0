import type { Ask, Command, LocalDate } from '@app/kernel';
import type { Erased } from '../customer.events.js';

export type HoldErasure = Command<'HoldErasure', { basis: string; until: LocalDate }>;
export type ErasePerson = Ask<
  'ErasePerson',
  { reason: string; sales: readonly string[] },
  KnownOfPerson
>;
export type CompleteErasure = Ask<'CompleteErasure', Record<string, never>, KnownOfPerson>;
/** To another file of the same person, whose erasure was asked for of the file `with`. */
export type BeginErasureToo = Command<'BeginErasureToo', { with: string; reason: string }>;
/** What came of it there, to such a file. */
export type EndErasureToo = Command<'EndErasureToo', { with: string; erased: boolean }>;
/** That they are destroyed is known by doing it. */
export type DestroyPersonKeys = Ask<
  'DestroyPersonKeys',
  Erased,
  { readonly keys: 'destroyed' | 'kept' }
>;

/** What stands beside the file of somebody who is to be erased, for all the files that are theirs. */
export interface KnownOfPerson {
  /** Ids of their other files that are on file still. */
  readonly files: readonly string[];
  readonly tickets: readonly TicketOf[];
  readonly complaints: readonly ComplaintOf[];
  /** Contracts of theirs that are in force, but a warranty without maintenance, whose dates stay. */
  readonly contracts: readonly string[];
}

/** A ticket of the customer's. */
export interface TicketOf {
  readonly ticket: string;
  /** Whether it still goes on: nobody could work on one of which nothing is known. */
  readonly open: boolean;
}

/** A complaint of the customer's, or about a ticket of theirs. */
export interface ComplaintOf {
  readonly complaint: string;
  /** Whether it still goes on: nobody could be answered of whom nothing is known. */
  readonly open: boolean;
}
