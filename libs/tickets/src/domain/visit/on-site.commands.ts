import type { Ask, Instant, Span, Yuan } from '@app/kernel';
import type { Booking, Hours } from '../diary/diary.state.js';
import type { AtVisit } from './at-visit.js';
import type { KnownSignature } from './known-signature.js';
import type { KnownQuietHours } from './planning.commands.js';
import type {
  ConductKind,
  ConsentClause,
  Entitlement,
  ExplanationSubject,
  PhoneCall,
  Quote,
  RepairCause,
  Signature,
  SuspensionReason,
  UnitFound,
} from '../ticket/ticket.values.js';

export type RecordCustomerAbsent = Ask<
  'RecordCustomerAbsent',
  AtVisit<{ waitedMinutes: number; called: string; noteLeft: boolean }>,
  /** Other bookings of those of the visit on its day; asked only where they are held to have left it. */
  { bookings?: readonly Booking[] }
>;
export type GreetCustomer = Ask<
  'GreetCustomer',
  AtVisit<{ introduced: boolean; credentialsShown: boolean }>
>;
export type AskAboutFault = Ask<'AskAboutFault', AtVisit<{ words: string }>>;
export type ReportConductIncident = Ask<
  'ReportConductIncident',
  AtVisit<{
    kind: ConductKind;
    description: string;
    reportedBy: string;
    photos: string[];
    /** Whose conduct it was; undefined: that of the technician responsible for the visit. */
    technician?: string;
  }>
>;
export type CheckEntitlement = Ask<
  'CheckEntitlement',
  AtVisit<{
    /** Number of the warranty document or contract that the customer shows (V11). */
    document?: string;
    /** Barcode of a component, where the customer finds no document (V12). */
    barcode?: string;
    /** The customer was asked for the document and cannot find it (V12). */
    documentNotFound?: boolean;
    /** The product that is served, as the customer's file names it; undefined: not compared. */
    product?: string;
    /** A supervisor's decision in place of the installed base's answer. */
    override?: { entitlement: Entitlement; reason: string };
  }>,
  /** The installed base's answer; undefined when it knows neither the document nor the barcode. */
  {
    entitlement: Entitlement | undefined;
    /** The customer for whom it is registered; absent: for nobody in particular. */
    owner?: string;
    /** The product for which it is registered; absent: for none in particular. */
    product?: string;
    /** The unit that it is on; absent: on none. */
    unit?: UnitFound;
  }
>;
export type RecordConsent = Ask<
  'RecordConsent',
  AtVisit<{
    by: string;
    phone?: PhoneCall;
    /** The customer's own words, where they agree to be served in their rest or meal hours (V19). */
    customerWishes?: string;
  }>
>;
/** Of a process: whoever comes in an emergency may begin by what a contract says of it (V11, B3). */
export type ConsentByClause = Ask<
  'ConsentByClause',
  Record<string, never>,
  /** What the contract says that holds for the call; absent: none does, or it consents to nothing. */
  { readonly clause?: ConsentClause & { readonly by: string } }
>;
export type InspectIntegrity = Ask<
  'InspectIntegrity',
  AtVisit<{ partsComplete: boolean; tamperingSigns: boolean; note?: string; photos: string[] }>
>;
export type AcknowledgeDiscrepancy = Ask<
  'AcknowledgeDiscrepancy',
  AtVisit<{ signature: Signature }>,
  KnownSignature
>;
export type GiveExplanation = Ask<
  'GiveExplanation',
  AtVisit<{
    subject: ExplanationSubject;
    explanation?: string;
    advice?: string;
    confidential: boolean;
    declined: boolean;
    customerUnfamiliar: boolean;
    plainWords: boolean;
  }>
>;
export type FindExternalCause = Ask<
  'FindExternalCause',
  AtVisit<{ cause: string; noted: boolean; signature?: Signature }>,
  KnownSignature
>;
export type WithdrawExternalCause = Ask<'WithdrawExternalCause', AtVisit<{ reason: string }>>;
export type AcknowledgeCharge = Ask<
  'AcknowledgeCharge',
  AtVisit<{ quote: Quote; signature: Signature }>,
  KnownSignature & {
    /** Of each line what its parts cost, where that is known (B2). */
    readonly costs?: readonly (Yuan | undefined)[];
  }
>;
export type TakeProductIn = Ask<
  'TakeProductIn',
  AtVisit<{
    product: string;
    custodySlip?: string;
    agreedBy?: string;
    photos: string[];
    signature?: Signature;
  }>,
  KnownSignature
>;
export type ReturnProduct = Ask<
  'ReturnProduct',
  {
    visit?: number;
    product: string;
    receivedBy: string;
    relationship?: string;
    signature?: Signature;
  },
  KnownSignature
>;
export type StartWork = Ask<'StartWork', AtVisit, KnownQuietHours>;
export type SuspendWork = Ask<
  'SuspendWork',
  AtVisit<{
    reason: SuspensionReason;
    customerSide: boolean;
    resumeAt: Instant;
    hoursAsked: boolean;
    apologised: boolean;
    customerWishes?: string;
  }>,
  /** Other bookings of those of the visit on the day of the resumption; asked only where it is told late. */
  KnownQuietHours & { bookings?: readonly Booking[] }
>;
export type ResumeWork = Ask<'ResumeWork', AtVisit<{ customerWishes?: string }>, KnownQuietHours>;
export type LogLabour = Ask<
  'LogLabour',
  AtVisit<{ workType: string; span: Span }>,
  /** The technician's hours on the days that the span touches, on all tickets. */
  { logged: readonly Hours[] }
>;
export type ConsumePart = Ask<
  'ConsumePart',
  AtVisit<{ sku: string; quantity: number; serial?: string; lot?: string }>,
  { inHand: number; expired?: readonly string[] }
>;
export type CompleteRepair = Ask<
  'CompleteRepair',
  AtVisit<{
    cause: RepairCause;
    testResult: string;
    restored: boolean;
    photos: string[];
    customerWishes?: string;
  }>,
  KnownQuietHours
>;
export type CleanSite = Ask<'CleanSite', AtVisit>;

/** What is asked of a visit at the customer's. */
export type OnSiteCommand =
  | RecordCustomerAbsent
  | GreetCustomer
  | AskAboutFault
  | ReportConductIncident
  | CheckEntitlement
  | RecordConsent
  | ConsentByClause
  | InspectIntegrity
  | AcknowledgeDiscrepancy
  | GiveExplanation
  | FindExternalCause
  | WithdrawExternalCause
  | AcknowledgeCharge
  | TakeProductIn
  | ReturnProduct
  | StartWork
  | SuspendWork
  | ResumeWork
  | LogLabour
  | ConsumePart
  | CompleteRepair
  | CleanSite;
