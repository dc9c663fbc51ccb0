import type { DomainEvent, Instant, Span } from '@app/kernel';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

export type CustomerAbsent = DomainEvent<
  'CustomerAbsent',
  {
    visit: number;
    /** Who found nobody, where another of the visit met the customer later; absent: the visit is over. */
    technician?: string;
    /** When the last of the others had left, where that ends the visit, as nobody else is there. */
    leftAt?: Instant;
    /** They had come before the hour that the customer was told: the appointment stands, and is kept or missed on this visit. */
    stands?: true;
    /** What the diary keeps free for it anew, where it had been given up as they were held to have left; absent: nothing. */
    booked?: Span;
    /** How long the technician waited at the door. */
    waitedMinutes: number;
    /** How the customer was called meanwhile, and with what answer. */
    called: string;
    /** A note was left that somebody had come. */
    noteLeft: boolean;
  }
>;
