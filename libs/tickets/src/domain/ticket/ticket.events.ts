import type { FindingEvent, FindingRecorded } from '@app/findings';
import type { DailySpan, DomainEvent, Yuan } from '@app/kernel';
import type { ClockEvent } from '../clocks/clock.events.js';
import type { IntakeEvent, TicketRaisedToEmergency } from './intake.js';
import type { FoundAt } from '../visit/at-visit.js';
import type { CorrectionEvent } from '../visit/correction.events.js';
import type { OnSiteEvent } from '../visit/on-site.events.js';
import type { PaperEvent } from '../visit/paper.events.js';
import type { PlanningEvent } from '../visit/planning.events.js';
import type {
  Disposal,
  FollowUpChannel,
  IntakeSource,
  PaymentMethod,
  Signature,
  TicketOutcome,
  Told,
} from './ticket.values.js';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

export type * from '../clocks/clock.events.js';
export type { CustomerLinked, IntakeCorrected, TicketRaisedToEmergency } from './intake.js';
export type * from '../visit/correction.events.js';
export type * from '../visit/on-site.events.js';
export type * from '../visit/paper.events.js';
export type * from '../visit/planning.events.js';

type Event<Type extends string, Data> = DomainEvent<Type, Data>;

export type TicketOpened = Event<
  'TicketOpened',
  {
    ticket: string;
    source: IntakeSource;
    /** What the caller says is wrong. */
    fault: string;
    emergency: boolean;
    /** False: no ordinary line fault, for which no restoration time runs unless a contract says so (B2). Default: it is one. */
    lineFault?: boolean;
    /** A customer on file and one of its sites, where known. */
    customer?: string;
    site?: string;
    name: string;
    phone: string;
    address: string;
    /** A building or sign near the address; null when the caller knows of none (N12). */
    landmark: string | null;
    agreement?: string;
    deliveryPlace?: string;
    paymentMethod?: PaymentMethod;
    /** Of a customer who came in person (N12). */
    signature?: Signature;
    /** Hours in which the customer is not to be disturbed, as known at the opening (V19). */
    quietHours: readonly DailySpan[];
  }
>;
export type CustomerFileReviewed = Event<
  'CustomerFileReviewed',
  {
    /** The visit that it was read for, and by whom; absent: the office read it for itself (V6). */
    visit?: number;
    technician?: string;
    notes?: string;
  }
>;
export type FaultAnalysed = Event<
  'FaultAnalysed',
  {
    /** The visit that it was thought through for, and by whom; absent: the office did it for itself (V6). */
    visit?: number;
    technician?: string;
    symptom: string;
    suspectedCause: string;
    parts: readonly string[];
    tools: readonly string[];
  }
>;
export type TicketResolved = Event<
  'TicketResolved',
  {
    summary: string;
    outcome: TicketOutcome;
    /** Who of the customer's agreed to it, where somebody was asked. */
    agreedBy?: string;
    /** What becomes of a product that cannot be repaired. */
    disposal?: Disposal;
    /** Products in the centre's hands that the customer does not want back, by that agreement. */
    givenUp: readonly string[];
    /** They wanted nobody back to work that was interrupted; absent: they did not say so. */
    atCustomersWish?: boolean;
    /** How they learned that nobody comes back to it; absent: nobody told them, or nobody was to come. */
    told?: Told;
    openFindings: readonly number[];
  }
>;
export type TicketClosed = Event<
  'TicketClosed',
  {
    findings: readonly number[];
    /** What the customer still owes; absent: nothing. */
    owed?: Yuan;
    /** What was paid beyond what is charged, and is due back; absent: nothing. */
    dueBack?: Yuan;
  }
>;
/** Findings that came after the closing: the ticket is resolved again, until they are reviewed and it is closed. */
export type ClosingUndone = Event<'ClosingUndone', { findings: readonly number[] }>;
export type TicketReopened = Event<'TicketReopened', { reason: string }>;
export type TicketCancelled = Event<
  'TicketCancelled',
  {
    reason: string;
    /** The customer asked for it; absent: they did not. */
    atCustomersWish?: boolean;
    /** How the customer learned of it; absent: nobody told them, or they asked for it themselves. */
    told?: Told;
    openFindings: readonly number[];
  }
>;
export type FollowUpMade = Event<
  'FollowUpMade',
  { channel: FollowUpChannel; sampled: boolean; satisfied: boolean; answer: string }
>;

/** The customer is to be asked how it went (R6): the ticket is of the share, in per cent, that is sampled. */
export type FollowUpAsked = Event<'FollowUpAsked', { percent: number }>;

/** What is found on a ticket is found at one of its visits, or of one of its clocks. */
export type TicketFinding = FindingRecorded<FoundAt>;

/** Everything that a ticket's stream holds. */
export type TicketEvent =
  | TicketOpened
  | IntakeEvent
  | ClockEvent
  | TicketRaisedToEmergency
  | CustomerFileReviewed
  | FaultAnalysed
  | TicketResolved
  | TicketClosed
  | ClosingUndone
  | TicketReopened
  | TicketCancelled
  | FollowUpMade
  | FollowUpAsked
  | FindingEvent<FoundAt>
  | PlanningEvent
  | OnSiteEvent
  | CorrectionEvent
  | PaperEvent;
