import type { SlaClock } from '../ticket/ticket.values.js';
import type { CalendarEdition } from './rest.js';

/** Data that speaks of one visit of the ticket, by its number. */
export type AtVisit<Data = unknown> = Data & { readonly visit: number };

/** Where on a ticket something is found: at a visit, or of one of its clocks, which no visit has. */
export interface FoundAt {
  readonly visit?: number;
  readonly clock?: SlaClock;
  /** Of a clock: since the call (1), or since which reopening. */
  readonly round?: number;
  /** On a day off: the edition of the working calendar that says it is one (V19). */
  readonly calendar?: CalendarEdition;
}
