import type { WithFindings } from '@app/findings';
import type { DailySpan, Instant } from '@app/kernel';
import type { AtVisit } from '../visit/at-visit.js';
import type { StepsAt, Visit } from '../visit/visit.state.js';
import type { IntakeSource, SlaClock } from './ticket.values.js';

/** A ticket: one customer's one problem, from the call to the closing. */
export type Ticket = { readonly status: 'none' } | OpenedTicket;

export interface OpenedTicket extends WithFindings<AtVisit> {
  readonly status: 'open' | 'resolved' | 'closed' | 'cancelled';
  readonly ticket: string;
  readonly source: IntakeSource;
  readonly emergency: boolean;
  readonly openedAt: Instant;
  readonly quietHours: readonly DailySpan[];
  /** When somebody first reviewed the customer's file, and first analysed the fault (V6). */
  readonly fileReviewedAt?: Instant;
  readonly faultAnalysedAt?: Instant;
  /** The last analysis of the fault: the parts and tools that it says the visit will need (V6). */
  readonly analysis?: { readonly parts: readonly string[]; readonly tools: readonly string[] };
  readonly deadlines: Partial<Record<SlaClock, Deadline>>;
  readonly visits: readonly Visit[];
  /** Products of the customer that are in the centre's hands, with their custody slip. */
  readonly custody: readonly {
    readonly product: string;
    readonly custodySlip: string;
    readonly visit: number;
  }[];
  /** A technician came to the customer since the ticket was opened or last reopened. */
  readonly visited: boolean;
  /** Some visit restored the service since the ticket was opened or last reopened. */
  readonly restored: boolean;
  /** When each kind of step on which one of the ticket itself builds happened last. */
  readonly stepsAt: StepsAt;
}

export interface Deadline {
  readonly due: Instant;
  readonly terms: string;
  readonly minutes: number;
  readonly paused: number;
}
