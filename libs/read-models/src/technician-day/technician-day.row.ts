import type { Instant, LocalDate, Span } from '@app/kernel';
import type { VisitProgress } from '../tickets/visit-progress.js';

/** A visit as its technician needs to see it in the morning. */
export interface DayVisit {
  readonly visit: number;
  readonly technician: string;
  readonly window: Span;
  /** Business dates that the window touches. */
  readonly dates: readonly LocalDate[];
  readonly progress: VisitProgress;
  readonly atCustomersWish: boolean;
  /** The new time that the customer was given with the last notice of delay. */
  readonly delayedUntil: Instant | null;
  /** What was packed, once the visit was prepared (V3, V5). */
  readonly packed: {
    readonly tools: readonly string[];
    readonly parts: readonly { readonly sku: string; readonly quantity: number }[];
  } | null;
}

/** A ticket with its visits; found by technician and day. */
export interface TechnicianDayRow {
  readonly ticket: string;
  readonly status: 'open' | 'resolved' | 'closed' | 'cancelled';
  readonly emergency: boolean;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly landmark: string | null;
  readonly fault: string;
  /** What the fault is expected to need (V6). */
  readonly neededTools: readonly string[];
  readonly neededParts: readonly string[];
  readonly visits: readonly DayVisit[];
  /** `<employee>/<date>` of every visit, by which a day is found. */
  readonly days: readonly string[];
  readonly version: number;
  readonly position: string;
}
