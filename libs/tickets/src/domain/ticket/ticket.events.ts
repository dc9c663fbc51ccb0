import type { DailySpan, DomainEvent, Instant } from '@app/kernel';
import type { ArticleId } from '@app/policy';
import type { OnSiteEvent } from '../visit/on-site.events.js';
import type { PaperEvent } from '../visit/paper.events.js';
import type { PlanningEvent } from '../visit/planning.events.js';
import type {
  FindingDetail,
  FollowUpChannel,
  IntakeSource,
  PaymentMethod,
  SlaClock,
} from './ticket.values.js';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

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
    /** Hours in which the customer is not to be disturbed, as known at the opening (V19). */
    quietHours: readonly DailySpan[];
  }
>;
export type SlaDeadlineSet = Event<
  'SlaDeadlineSet',
  {
    clock: SlaClock;
    due: Instant;
    /** The terms that set it, such as `default` or a contract's number, and their minutes. */
    terms: string;
    minutes: number;
    /** Minutes that pauses on the customer's side have added so far. */
    paused: number;
  }
>;
export type CustomerFileReviewed = Event<'CustomerFileReviewed', { notes?: string }>;
export type FaultAnalysed = Event<
  'FaultAnalysed',
  { symptom: string; suspectedCause: string; parts: readonly string[]; tools: readonly string[] }
>;
export type TicketResolved = Event<
  'TicketResolved',
  { summary: string; openFindings: readonly number[] }
>;
export type TicketClosed = Event<'TicketClosed', { findings: readonly number[] }>;
export type TicketReopened = Event<'TicketReopened', { reason: string }>;
export type TicketCancelled = Event<
  'TicketCancelled',
  { reason: string; openFindings: readonly number[] }
>;
export type FollowUpMade = Event<
  'FollowUpMade',
  { channel: FollowUpChannel; sampled: boolean; satisfied: boolean; answer: string }
>;

// Findings
export type FindingRecorded = Event<'FindingRecorded', FindingDetail>;
export type FindingUpheld = Event<
  'FindingUpheld',
  { finding: number; article: ArticleId; remark?: string }
>;
export type FindingExcused = Event<
  'FindingExcused',
  { finding: number; article: ArticleId; reason: string }
>;

/** Everything that a ticket's stream holds. */
export type TicketEvent =
  | TicketOpened
  | SlaDeadlineSet
  | CustomerFileReviewed
  | FaultAnalysed
  | TicketResolved
  | TicketClosed
  | TicketReopened
  | TicketCancelled
  | FollowUpMade
  | FindingRecorded
  | FindingUpheld
  | FindingExcused
  | PlanningEvent
  | OnSiteEvent
  | PaperEvent;
