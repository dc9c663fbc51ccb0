import type { Command, DailySpan, Instant, Span, Yuan } from '@app/kernel';
import type { Entitlement, ConductKind, ExplanationSubject, FollowUpChannel, IntakeSource, PaymentMethod, Quote, RepairCause, Signature, SuspensionReason } from './ticket.values.js';
import type { Hours } from './diary.state.js';

/*
 * What can be asked of a ticket. `data` is what the caller says; `known` is what the system knows
 * besides the ticket's own state, gathered before deciding.
 */

type Ask<Type extends string, Data, Known = undefined> = Command<Type, Data> & { readonly known: Known };

/** What the caller of a command says. */
export type DataOf<C extends { data: unknown }> = C['data'];

type AtVisit<Data = unknown> = Data & { readonly visit: number };

/** One clock's terms: who set them, and how many minutes they give. */
export interface SlaTerms {
  readonly terms: string;
  readonly response: number;
  readonly restoration: number;
}

/** A customer's site as the customer file has it. */
export interface KnownSite {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly landmark: string | null;
  readonly quietHours: readonly DailySpan[];
}

// The ticket
export type OpenTicket = Ask<
  'OpenTicket',
  {
    ticket: string;
    source: IntakeSource;
    fault: string;
    customer?: string;
    site?: string;
    name?: string;
    phone?: string;
    address?: string;
    /** Undefined: not asked. Null: asked, and the caller knows of none. */
    landmark?: string | null;
    agreement?: string;
    deliveryPlace?: string;
    paymentMethod?: PaymentMethod;
  },
  { site?: KnownSite; defaultQuietHours: readonly DailySpan[]; sla: SlaTerms }
>;
export type ReviewCustomerFile = Ask<'ReviewCustomerFile', { notes?: string }>;
export type AnalyseFault = Ask<'AnalyseFault', { symptom: string; suspectedCause: string; parts: string[]; tools: string[] }>;
export type ResolveTicket = Ask<'ResolveTicket', { summary: string }>;
export type CloseTicket = Ask<'CloseTicket', Record<string, never>>;
export type ReopenTicket = Ask<'ReopenTicket', { reason: string }>;
export type CancelTicket = Ask<'CancelTicket', { reason: string }>;
export type FollowUp = Ask<'FollowUp', { channel: FollowUpChannel; sampled: boolean; satisfied: boolean; answer: string }>;
export type ReviewFinding = Ask<
  'ReviewFinding',
  { finding: number; verdict: 'upheld' | 'excused'; reason?: string }
>;

// Planning a visit
export type ScheduleVisit = Ask<
  'ScheduleVisit',
  { technician: string; window: Span; atCustomersWish: boolean },
  { technician: KnownTechnician }
>;
export type RescheduleVisit = Ask<
  'RescheduleVisit',
  AtVisit<{ technician?: string; window: Span; atCustomersWish: boolean; reason: string }>,
  { technician: KnownTechnician }
>;
export type CancelVisit = Ask<'CancelVisit', AtVisit<{ reason: string }>>;
export type PrepareVisit = Ask<
  'PrepareVisit',
  AtVisit<{ badge: boolean; uniform: boolean; tools: string[]; parts: { sku: string; quantity: number }[] }>,
  { toolsInHand: readonly string[] }
>;
export type Depart = Ask<'Depart', AtVisit>;
export type NotifyDelay = Ask<'NotifyDelay', AtVisit<{ reason: string; apologised: boolean; newArrival: Instant }>>;
export type RecordArrival = Ask<'RecordArrival', AtVisit>;
export type RecordNoShow = Ask<'RecordNoShow', AtVisit<{ reason?: string }>>;

/** The employee who is to make the visit, as the staff file has them; undefined when it has no such technician. */
export type KnownTechnician = { readonly employee: string; readonly active: boolean } | undefined;

// At the customer's
export type GreetCustomer = Ask<'GreetCustomer', AtVisit<{ introduced: boolean; credentialsShown: boolean }>>;
export type ReportConductIncident = Ask<
  'ReportConductIncident',
  AtVisit<{ kind: ConductKind; description: string; reportedBy: string; photos: string[] }>
>;
export type CheckEntitlement = Ask<
  'CheckEntitlement',
  AtVisit<{
    /** Number of the warranty document or contract that the customer shows (V11). */
    document?: string;
    /** Barcode of a component, where the customer finds no document (V12). */
    barcode?: string;
    /** A supervisor's decision in place of the installed base's answer. */
    override?: { entitlement: Entitlement; reason: string };
  }>,
  /** The installed base's answer; undefined when it knows neither the document nor the barcode. */
  { entitlement: Entitlement | undefined }
>;
export type RecordConsent = Ask<'RecordConsent', AtVisit<{ by: string }>>;
export type InspectIntegrity = Ask<
  'InspectIntegrity',
  AtVisit<{ partsComplete: boolean; tamperingSigns: boolean; note?: string; photos: string[] }>
>;
export type AcknowledgeDiscrepancy = Ask<'AcknowledgeDiscrepancy', AtVisit<{ signature: Signature }>>;
export type GiveExplanation = Ask<
  'GiveExplanation',
  AtVisit<{
    subject: ExplanationSubject;
    advice: string;
    confidential: boolean;
    declined: boolean;
    customerUnfamiliar: boolean;
    plainWords: boolean;
  }>
>;
export type FindExternalCause = Ask<'FindExternalCause', AtVisit<{ cause: string; noted: boolean }>>;
export type AcknowledgeCharge = Ask<'AcknowledgeCharge', AtVisit<{ quote: Quote; signature: Signature }>>;
export type TakeProductIn = Ask<'TakeProductIn', AtVisit<{ product: string; custodySlip?: string; agreedBy?: string }>>;
export type ReturnProduct = Ask<'ReturnProduct', { visit?: number; product: string; receivedBy: string }>;
export type StartWork = Ask<'StartWork', AtVisit>;
export type SuspendWork = Ask<
  'SuspendWork',
  AtVisit<{ reason: SuspensionReason; customerSide: boolean; resumeAt: Instant }>
>;
export type ResumeWork = Ask<'ResumeWork', AtVisit>;
export type LogLabour = Ask<
  'LogLabour',
  AtVisit<{ workType: string; span: Span }>,
  /** The technician's hours on the days that the span touches, on all tickets. */
  { logged: readonly Hours[] }
>;
export type ConsumePart = Ask<
  'ConsumePart',
  AtVisit<{ sku: string; quantity: number; serial?: string }>,
  { inHand: number }
>;
export type CompleteRepair = Ask<
  'CompleteRepair',
  AtVisit<{ cause: RepairCause; testResult: string; restored: boolean; photos: string[] }>
>;
export type CleanSite = Ask<'CleanSite', AtVisit>;

// Paper, money and farewell
export type SignServiceRecord = Ask<
  'SignServiceRecord',
  AtVisit<{ signature: Signature; satisfaction: 1 | 2 | 3 | 4 | 5; suggestions?: string }>
>;
export type RefuseSignature = Ask<'RefuseSignature', AtVisit<{ reason: string }>>;
export type CollectCharge = Ask<'CollectCharge', AtVisit<{ amount: Yuan; method: PaymentMethod }>>;
export type IssueReceipt = Ask<'IssueReceipt', AtVisit<{ number: string }>>;
export type HandOverCustomerCopy = Ask<'HandOverCustomerCopy', AtVisit>;
export type LeaveCard = Ask<'LeaveCard', AtVisit>;
export type BidFarewell = Ask<'BidFarewell', AtVisit<{ responsiblePersonsAsked: boolean; customerContent: boolean }>>;
export type Apologise = Ask<'Apologise', AtVisit>;
export type LeaveSite = Ask<'LeaveSite', AtVisit>;
export type CompleteVisit = Ask<'CompleteVisit', AtVisit>;

export type TicketCommand =
  | OpenTicket | ReviewCustomerFile | AnalyseFault | ResolveTicket | CloseTicket | ReopenTicket | CancelTicket
  | FollowUp | ReviewFinding | ScheduleVisit | RescheduleVisit | CancelVisit | PrepareVisit | Depart
  | NotifyDelay | RecordArrival | RecordNoShow | GreetCustomer | ReportConductIncident | CheckEntitlement
  | RecordConsent | InspectIntegrity | AcknowledgeDiscrepancy | GiveExplanation | FindExternalCause
  | AcknowledgeCharge | TakeProductIn | ReturnProduct | StartWork | SuspendWork | ResumeWork | LogLabour
  | ConsumePart | CompleteRepair | CleanSite | SignServiceRecord | RefuseSignature | CollectCharge
  | IssueReceipt | HandOverCustomerCopy | LeaveCard | BidFarewell | Apologise | LeaveSite | CompleteVisit;
