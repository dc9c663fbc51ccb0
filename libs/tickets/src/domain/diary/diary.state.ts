import type { Instant, Span } from '@app/kernel';

/** A visit that a technician is to make. */
export interface Booking {
  readonly ticket: string;
  readonly visit: number;
  readonly window: Span;
}

/** Labour of one person, on whatever ticket. */
export interface Hours {
  readonly ticket: string;
  readonly visit: number;
  readonly span: Span;
}

/** A technician at a customer's; without `until` they are still there. */
export interface Stay {
  readonly ticket: string;
  readonly visit: number;
  readonly from: Instant;
  readonly until?: Instant;
}

/**
 * One technician's one business date: stream `diary-<employee>-<date>`. It guards what no ticket
 * can see alone, that a person is in one place at a time, and stays small because a day ends.
 */
export interface Diary {
  readonly bookings: readonly Booking[];
  readonly hours: readonly Hours[];
  /** Stays that began on this date. */
  readonly stays: readonly Stay[];
}
