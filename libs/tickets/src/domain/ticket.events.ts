import type { DailySpan, DomainEvent, Instant, Span, Yuan } from '@app/kernel';
import type { ArticleId } from '@app/policy';
import type {
  ConductKind,
  Entitlement,
  ExplanationSubject,
  FindingDetail,
  FollowUpChannel,
  IntakeSource,
  PaymentMethod,
  Quote,
  RepairCause,
  Signature,
  SlaClock,
  SuspensionReason,
} from './ticket.values.js';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

export { ticketEventTypes } from './ticket.event-types.js';

type Event<Type extends string, Data> = DomainEvent<Type, Data>;

// The ticket
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
export type TicketResolved = Event<'TicketResolved', { summary: string; openFindings: readonly number[] }>;
export type TicketClosed = Event<'TicketClosed', { findings: readonly number[] }>;
export type TicketReopened = Event<'TicketReopened', { reason: string }>;
export type TicketCancelled = Event<'TicketCancelled', { reason: string; openFindings: readonly number[] }>;
export type FollowUpMade = Event<
  'FollowUpMade',
  { channel: FollowUpChannel; sampled: boolean; satisfied: boolean; answer: string }
>;

// Findings
export type FindingRecorded = Event<'FindingRecorded', FindingDetail>;
export type FindingUpheld = Event<'FindingUpheld', { finding: number; article: ArticleId; remark?: string }>;
export type FindingExcused = Event<'FindingExcused', { finding: number; article: ArticleId; reason: string }>;

// Planning a visit
export type VisitScheduled = Event<
  'VisitScheduled',
  {
    visit: number;
    technician: string;
    window: Span;
    /** The customer asked for this time although it lies in their quiet hours (V19). */
    atCustomersWish: boolean;
  }
>;
export type VisitRescheduled = Event<
  'VisitRescheduled',
  { visit: number; technician: string; window: Span; atCustomersWish: boolean; reason: string }
>;
export type VisitCancelled = Event<'VisitCancelled', { visit: number; reason: string }>;
export type VisitPrepared = Event<
  'VisitPrepared',
  {
    visit: number;
    badge: boolean;
    uniform: boolean;
    tools: readonly string[];
    parts: readonly { sku: string; quantity: number }[];
  }
>;
export type TechnicianDeparted = Event<'TechnicianDeparted', { visit: number }>;
export type DelayNotified = Event<
  'DelayNotified',
  { visit: number; reason: string; apologised: boolean; newArrival: Instant }
>;
export type TechnicianArrived = Event<'TechnicianArrived', { visit: number }>;
export type NoShowRecorded = Event<'NoShowRecorded', { visit: number; reason?: string }>;

// At the customer's
export type CustomerGreeted = Event<
  'CustomerGreeted',
  { visit: number; introduced: boolean; credentialsShown: boolean }
>;
export type ConductIncidentRecorded = Event<
  'ConductIncidentRecorded',
  { visit: number; kind: ConductKind; description: string; reportedBy: string; photos: readonly string[] }
>;
export type EntitlementChecked = Event<
  'EntitlementChecked',
  {
    visit: number;
    by: 'document' | 'barcode' | 'override';
    /** Number of the document or barcode of the component that was looked at. */
    reference?: string;
    entitlement: Entitlement;
    /** Why a supervisor decided otherwise than the installed base. */
    overrideReason?: string;
  }
>;
export type ConsentGiven = Event<'ConsentGiven', { visit: number; by: string }>;
export type IntegrityInspected = Event<
  'IntegrityInspected',
  {
    visit: number;
    partsComplete: boolean;
    tamperingSigns: boolean;
    /** What does not agree, as noted on the service order; required where something does not. */
    note?: string;
    photos: readonly string[];
  }
>;
export type DiscrepancyAcknowledged = Event<'DiscrepancyAcknowledged', { visit: number; signature: Signature }>;
export type ExplanationGiven = Event<
  'ExplanationGiven',
  {
    visit: number;
    subject: ExplanationSubject;
    advice: string;
    /** The matter is one the company keeps to itself (V15). */
    confidential: boolean;
    /** A confidential matter was politely declined rather than told (V15). */
    declined: boolean;
    /** The customer does not know the product well (V16). */
    customerUnfamiliar: boolean;
    /** Few technical terms were used (V16). */
    plainWords: boolean;
  }
>;
export type ExternalCauseFound = Event<'ExternalCauseFound', { visit: number; cause: string; noted: boolean }>;
export type ChargeAcknowledged = Event<
  'ChargeAcknowledged',
  { visit: number; quote: Quote; total: Yuan; signature: Signature }
>;
export type ProductTakenIn = Event<
  'ProductTakenIn',
  { visit: number; product: string; custodySlip: string; agreedBy: string }
>;
export type ProductReturned = Event<'ProductReturned', { visit?: number; product: string; receivedBy: string }>;
export type WorkStarted = Event<'WorkStarted', { visit: number }>;
export type WorkSuspended = Event<
  'WorkSuspended',
  {
    visit: number;
    reason: SuspensionReason;
    /** The cause lies with the customer, so the restoration clock stands still (V19). */
    customerSide: boolean;
    resumeAt: Instant;
  }
>;
export type WorkResumed = Event<'WorkResumed', { visit: number }>;
export type LabourLogged = Event<
  'LabourLogged',
  { visit: number; technician: string; workType: string; span: Span; hours: string }
>;
export type PartConsumed = Event<
  'PartConsumed',
  { visit: number; technician: string; sku: string; quantity: number; serial?: string }
>;
export type RepairCompleted = Event<
  'RepairCompleted',
  { visit: number; cause: RepairCause; testResult: string; restored: boolean; photos: readonly string[] }
>;
export type SiteCleaned = Event<'SiteCleaned', { visit: number }>;

// Paper, money and farewell
export type ServiceRecordSigned = Event<
  'ServiceRecordSigned',
  { visit: number; signature: Signature; satisfaction: 1 | 2 | 3 | 4 | 5; suggestions?: string }
>;
export type SignatureRefused = Event<'SignatureRefused', { visit: number; reason: string }>;
export type ChargeCollected = Event<
  'ChargeCollected',
  { visit: number; amount: Yuan; method: PaymentMethod; collectedBy: string }
>;
export type ReceiptIssued = Event<'ReceiptIssued', { visit: number; number: string; amount: Yuan }>;
export type CustomerCopyHandedOver = Event<'CustomerCopyHandedOver', { visit: number }>;
export type CardLeft = Event<'CardLeft', { visit: number }>;
export type FarewellMade = Event<
  'FarewellMade',
  { visit: number; responsiblePersonsAsked: boolean; customerContent: boolean }
>;
export type ApologyMade = Event<'ApologyMade', { visit: number }>;
export type TechnicianLeft = Event<'TechnicianLeft', { visit: number }>;
export type VisitCompleted = Event<'VisitCompleted', { visit: number; openFindings: readonly number[] }>;

export type TicketEvent =
  | TicketOpened | SlaDeadlineSet | CustomerFileReviewed | FaultAnalysed | TicketResolved | TicketClosed
  | TicketReopened | TicketCancelled | FollowUpMade | FindingRecorded | FindingUpheld | FindingExcused
  | VisitScheduled | VisitRescheduled | VisitCancelled | VisitPrepared | TechnicianDeparted | DelayNotified
  | TechnicianArrived | NoShowRecorded | CustomerGreeted | ConductIncidentRecorded | EntitlementChecked
  | ConsentGiven | IntegrityInspected | DiscrepancyAcknowledged | ExplanationGiven | ExternalCauseFound
  | ChargeAcknowledged | ProductTakenIn | ProductReturned | WorkStarted | WorkSuspended | WorkResumed
  | LabourLogged | PartConsumed | RepairCompleted | SiteCleaned | ServiceRecordSigned | SignatureRefused
  | ChargeCollected | ReceiptIssued | CustomerCopyHandedOver | CardLeft | FarewellMade | ApologyMade
  | TechnicianLeft | VisitCompleted;
