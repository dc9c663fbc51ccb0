import type { WithFindings } from '@app/findings';
import type { DailySpan, Instant, Span, Yuan } from '@app/kernel';
import type { AtVisit } from './ask.js';
import type { TicketEvent } from './ticket.events.js';
import type {
  Entitlement,
  ExplanationSubject,
  IntakeSource,
  RepairCause,
  SlaClock,
} from './ticket.values.js';

/** A ticket: one customer's one problem, from the call to the closing. */
export type Ticket = { readonly status: 'none' } | OpenedTicket;

export interface OpenedTicket extends WithFindings<AtVisit> {
  readonly status: 'open' | 'resolved' | 'closed' | 'cancelled';
  readonly ticket: string;
  readonly source: IntakeSource;
  readonly emergency: boolean;
  readonly openedAt: Instant;
  readonly quietHours: readonly DailySpan[];
  readonly fileReviewed: boolean;
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
  readonly stepsAt: Visit['stepsAt'];
}

export interface Deadline {
  readonly due: Instant;
  readonly terms: string;
  readonly minutes: number;
  readonly paused: number;
}

/** How far a visit has come; a suspended one is `working` with `suspension` set. */
export type VisitStatus =
  'scheduled' | 'departed' | 'on-site' | 'working' | 'left' | 'completed' | 'no-show' | 'cancelled';

export interface Visit {
  readonly visit: number;
  readonly status: VisitStatus;
  readonly technician: string;
  readonly window: Span;
  /** Until when the customer has been told to expect the technician: the window's end, or later by a notice in time (V7). */
  readonly expectedBy: Instant;
  readonly prepared: boolean;
  readonly departedAt?: Instant;
  /** The last notice of delay, and when it was given. */
  readonly delay?: { readonly notifiedAt: Instant; readonly newArrival: Instant };
  readonly arrivedAt?: Instant;
  readonly greeting?: { readonly introduced: boolean; readonly credentialsShown: boolean };
  readonly entitlement?: Entitlement;
  readonly consented: boolean;
  readonly inspection?: { readonly discrepancy: boolean; readonly acknowledged: boolean };
  readonly explained: readonly ExplanationSubject[];
  readonly externalCause: boolean;
  /** The quote that the customer signed last, and when. */
  readonly charge?: { readonly total: Yuan; readonly signedAt: Instant };
  readonly workStarted: boolean;
  readonly suspension?: {
    readonly since: Instant;
    readonly customerSide: boolean;
    readonly resumeAt: Instant;
  };
  readonly hours: readonly Span[];
  readonly repair?: { readonly cause: RepairCause; readonly restored: boolean };
  readonly cleaned: boolean;
  readonly signed: boolean;
  readonly signatureRefused: boolean;
  /** What was taken from the customer so far, all collections together. */
  readonly collected?: { readonly amount: Yuan };
  /** The last receipt's number, and what all receipts together acknowledge. */
  readonly receipt?: { readonly number: string; readonly amount: Yuan };
  readonly customerCopy: boolean;
  readonly cardLeft: boolean;
  readonly farewell?: {
    readonly responsiblePersonsAsked: boolean;
    readonly customerContent: boolean;
  };
  readonly apologised: boolean;
  readonly leftAt?: Instant;
  /** When each kind of step on which another builds happened last. */
  readonly stepsAt: Readonly<Partial<Record<TicketEvent['type'], Instant>>>;
}

/** The visit is still to be made: nobody has come to the customer. */
export function isPending({ status }: Visit): boolean {
  return status === 'scheduled' || status === 'departed';
}

/** The technician is at the customer's. */
export function isUnderWay({ status }: Visit): boolean {
  return status === 'on-site' || status === 'working';
}
