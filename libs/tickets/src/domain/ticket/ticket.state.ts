import type { WithFindings } from '@app/findings';
import type { DailySpan, Instant } from '@app/kernel';
import type { FoundAt } from '../visit/at-visit.js';
import type { Analysis } from '../visit/preparation.js';
import type { Study } from '../visit/studies.js';
import type { StepsAt, Visit } from '../visit/visit.state.js';
import type { ClockFact } from '../clocks/clock-facts.js';
import type { Deadlines } from '../clocks/deadline.js';
import type { WorkEntry } from '../visit/work-entries.js';
import type { Collected } from './collected.js';
import type { Intake } from './intake.js';
import type { IntakeSource, TicketOutcome } from './ticket.values.js';

/** A ticket: one customer's one problem, from the call to the closing. */
export type Ticket = { readonly status: 'none' } | OpenedTicket;

export interface OpenedTicket extends WithFindings<FoundAt>, Deadlines {
  readonly status: 'open' | 'resolved' | 'closed' | 'cancelled';
  readonly ticket: string;
  readonly source: IntakeSource;
  readonly emergency: boolean;
  /** From when on its visits know no rest hours, as it was an emergency (V19); undefined: it never was one. */
  readonly emergencyFrom?: Instant;
  /** Since when it has been an emergency; undefined: it is none, or a repair has restored the service since (B3). */
  readonly emergencySince?: Instant | undefined;
  /** An ordinary line fault, for which a restoration time runs (B2). */
  readonly lineFault: boolean;
  readonly intake: Intake;
  /** How much it holds, which is bounded. */
  readonly collected: Collected;
  /** Since it was resolved the customer is to be asked how it went, or has been (R6). */
  readonly followUp?: 'asked' | 'made';
  /** The customer on file and their site, where the call named them or the ticket was linked to them later. */
  readonly customer?: string;
  readonly site?: string;
  readonly openedAt: Instant;
  readonly quietHours: readonly DailySpan[];
  /** Who read the customer's file and who analysed the fault, for which visit (V6). */
  readonly studies: readonly Study[];
  /** When the office read the customer's file for itself. */
  readonly fileReadAt?: Instant;
  /** The last analysis of the fault since the ticket was opened or last reopened: what it says the visit will need (V5, V6). */
  readonly analysis?: Analysis;
  /** What bears on its clocks, in the order in which it was told. */
  readonly clockFacts: readonly ClockFact[];
  readonly visits: readonly Visit[];
  /** Products of the customer that are in the centre's hands, with their custody slip. */
  readonly custody: readonly {
    readonly product: string;
    readonly custodySlip: string;
    readonly visit: number;
    /** Who agreed, and who signed for it. */
    readonly givenBy: readonly string[];
  }[];
  /** Hours and parts, in the order of their numbers. */
  readonly entries: readonly WorkEntry[];
  /** The visits since the ticket was opened or last reopened at which a technician met the customer. */
  readonly visited: readonly number[];
  /** The last repair since the ticket was opened or last reopened restored the service. */
  readonly restored: boolean;
  /** How the ticket was resolved; undefined while it is open, and where it was cancelled. */
  readonly outcome?: TicketOutcome;
  /** When each kind of step on which one of the ticket itself builds happened last. */
  readonly stepsAt: StepsAt;
}

/** The ticket was resolved although nothing was repaired: what was done by then is written down and charged, and nothing more. */
export function endedWithoutRepair({ outcome }: Pick<OpenedTicket, 'outcome'>): boolean {
  return outcome !== undefined && outcome !== 'restored';
}
