import type { DomainEvent, Instant, Span, Yuan } from '@app/kernel';
import type {
  ConductKind,
  Entitlement,
  ExplanationSubject,
  HowAgreed,
  Quote,
  RepairCause,
  Signature,
  SuspensionReason,
  UnitFound,
} from '../ticket/ticket.values.js';
import type { CustomerAbsent } from './absence.events.js';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

type Event<Type extends string, Data> = DomainEvent<Type, Data>;

export type { CustomerAbsent } from './absence.events.js';
export type CustomerGreeted = Event<
  'CustomerGreeted',
  { visit: number; introduced: boolean; credentialsShown: boolean }
>;
/** What the customer says of the fault on site, beside what the hotline was told (V11). */
export type FaultDescribed = Event<'FaultDescribed', { visit: number; words: string }>;
export type ConductIncidentRecorded = Event<
  'ConductIncidentRecorded',
  {
    visit: number;
    kind: ConductKind;
    /** Whose conduct it was. */
    technician: string;
    description: string;
    reportedBy: string;
    photos: readonly string[];
  }
>;
export type EntitlementChecked = Event<
  'EntitlementChecked',
  {
    visit: number;
    by: 'document' | 'barcode' | 'override';
    /** Number of the document or barcode of the component that was looked at. */
    reference?: string;
    /** The customer was asked for the document and could not find it (V12). */
    documentNotFound?: boolean;
    /** The product that is served, where it was compared with the one on file (V12). */
    product?: string;
    entitlement: Entitlement;
    /** By what the installed base answered; absent: it knew no such unit, or a supervisor decided. */
    unit?: UnitFound;
    /** What the entitlement was until its last instant; only where it had run out by the call. */
    ended?: Exclude<Entitlement['kind'], 'chargeable'>;
    /** What the entitlement is from its first instant on; only where that comes after the call. */
    notYet?: Exclude<Entitlement['kind'], 'chargeable'>;
    /** The call, by which cover is judged; only where it would be judged otherwise by the time of the check. */
    asOf?: Instant;
    /** Why a supervisor decided otherwise than the installed base. */
    overrideReason?: string;
  }
>;
export type ConsentGiven = Event<
  'ConsentGiven',
  {
    visit: number;
    by: string;
    /** The customer's own words, where they agreed to be served in their rest or meal hours (V19). */
    customerWishes?: string;
  } & HowAgreed
>;
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
export type DiscrepancyAcknowledged = Event<
  'DiscrepancyAcknowledged',
  { visit: number; signature: Signature }
>;
export type ExplanationGiven = Event<
  'ExplanationGiven',
  {
    visit: number;
    subject: ExplanationSubject;
    /** What was explained. */
    explanation?: string;
    /** Advice and guidance given (V14); absent: none was. */
    advice?: string;
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
export type ExternalCauseFound = Event<
  'ExternalCauseFound',
  {
    visit: number;
    cause: string;
    noted: boolean;
    /** The customer's, under the cause alone. */ signature?: Signature;
  }
>;
/** The cause is the company's after all, or another: what was recorded counts no longer (V17). */
export type ExternalCauseWithdrawn = Event<
  'ExternalCauseWithdrawn',
  { visit: number; reason: string }
>;
export type ChargeAcknowledged = Event<
  'ChargeAcknowledged',
  { visit: number; quote: Quote; total: Yuan; signature: Signature }
>;
export type ProductTakenIn = Event<
  'ProductTakenIn',
  {
    visit: number;
    product: string;
    custodySlip: string;
    agreedBy: string;
    /** The product as it was taken along. */
    photos: readonly string[];
    /** Of who gave it; absent: nobody signed, which only what was told late has. */
    signature?: Signature;
  }
>;
export type ProductReturned = Event<
  'ProductReturned',
  {
    visit?: number;
    product: string;
    receivedBy: string;
    /** What whoever got it is to the customer; absent: the customer, one of theirs, or who gave it. */
    relationship?: string;
    /** Of who got it back; absent: nobody signed, which only what was told late has. */
    signature?: Signature;
  }
>;
export type WorkStarted = Event<'WorkStarted', { visit: number }>;
export type WorkSuspended = Event<
  'WorkSuspended',
  {
    visit: number;
    reason: SuspensionReason;
    /** The cause lies with the customer, so the restoration clock stands still (V19). */
    customerSide: boolean;
    resumeAt: Instant;
    /** The customer was asked for their hours before the time was agreed. */
    hoursAsked: boolean;
    apologised: boolean;
    /** The customer's own words, where work is to go on in their rest or meal hours. */
    customerWishes?: string;
    /** Nothing is booked for the agreed hour: told late, it was over, or others were booked then. */
    unbooked?: boolean;
  }
>;
export type WorkResumed = Event<'WorkResumed', { visit: number; customerWishes?: string }>;
export type LabourLogged = Event<
  'LabourLogged',
  {
    visit: number;
    /** Number on the ticket, from 1, of labour and parts together: corrections name it. */
    entry: number;
    technician: string;
    workType: string;
    span: Span;
    hours: string;
  }
>;
export type PartConsumed = Event<
  'PartConsumed',
  {
    visit: number;
    /** Number on the ticket, from 1, of labour and parts together: corrections name it. */
    entry: number;
    technician: string;
    sku: string;
    quantity: number;
    serial?: string;
    /** Of a material that is kept by lot. */
    lot?: string;
  }
>;
export type RepairCompleted = Event<
  'RepairCompleted',
  {
    visit: number;
    cause: RepairCause;
    testResult: string;
    restored: boolean;
    /** The customer's own words, where work went on through their rest or meal hours (V19). */
    customerWishes?: string;
    photos: readonly string[];
  }
>;
export type SiteCleaned = Event<'SiteCleaned', { visit: number }>;

/** What happens to a visit at the customer's. */
export type OnSiteEvent =
  | CustomerAbsent
  | CustomerGreeted
  | FaultDescribed
  | ConductIncidentRecorded
  | EntitlementChecked
  | ConsentGiven
  | IntegrityInspected
  | DiscrepancyAcknowledged
  | ExplanationGiven
  | ExternalCauseFound
  | ExternalCauseWithdrawn
  | ChargeAcknowledged
  | ProductTakenIn
  | ProductReturned
  | WorkStarted
  | WorkSuspended
  | WorkResumed
  | LabourLogged
  | PartConsumed
  | RepairCompleted
  | SiteCleaned;
