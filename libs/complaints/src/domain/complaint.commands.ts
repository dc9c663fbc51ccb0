import type { ReopenVerdict, ReviewFinding } from '@app/findings';
import type { Ask, Command, WorkingCalendar, Yuan } from '@app/kernel';
import type {
  Complainant,
  ComplaintChannel,
  Conduct,
  Point,
  PointSaid,
  RemedyKind,
  ReplyChannel,
} from './complaint.values.js';

/** The years of the working calendar into which a term may reach, as far as they are published. */
export interface KnownCalendar {
  readonly calendar: WorkingCalendar;
}

/** What must be known to receive a complaint; whoever is named exists, or it is refused. */
export interface KnownOfReceipt extends KnownCalendar {
  /** Whose ticket it is; absent: no ticket is named, or nobody's on file. */
  readonly customer?: string;
}
interface KnownEmployees {
  readonly employees: 'known';
}

/** Of a complaint that another is about one thing with, or is joined to. */
export interface KnownOther {
  /** Whether there is one, and it is investigated for itself. */
  readonly leads: boolean;
  /** Whether all that it complains of is judged. */
  readonly judged: boolean;
  /** Of whom it complains. */
  readonly accused: readonly string[];
}

export type ReceiveComplaint = Ask<
  'ReceiveComplaint',
  {
    complaint: string;
    channel: ComplaintChannel;
    /** Default: somebody says who they are. */
    anonymous?: boolean;
    complainant?: Complainant;
    customer?: string;
    ticket?: string;
    /** What they said; default: it is recorded by a step of its own. */
    words?: string;
    points?: readonly PointSaid[];
    /** Of a bad answer to a follow-up: who asked the customer. */
    heardBy?: string;
  },
  KnownOfReceipt
>;
export type RecordComplaint = Ask<
  'RecordComplaint',
  { words: string; points: readonly PointSaid[] },
  KnownEmployees
>;
export type OfferApology = Command<'OfferApology', { channel: ReplyChannel; words?: string }>;
export type AssignInvestigator = Ask<
  'AssignInvestigator',
  { employee: string },
  { readonly employee: 'active' }
>;
export type RecordInvestigation = Command<'RecordInvestigation', { result: string }>;
export type UpholdComplaint = Ask<
  'UpholdComplaint',
  { point: number; reason: string; employee?: string; conduct?: Conduct },
  { readonly conduct: 'fits' | 'none' }
>;
export type RejectComplaint = Command<'RejectComplaint', { point: number; reason: string }>;
export type RecordReferralOutcome = Command<
  'RecordReferralOutcome',
  { point: number; outcome: string }
>;
export type ProposeRemedy = Command<
  'ProposeRemedy',
  { kind: RemedyKind; amount?: Yuan; note?: string }
>;
export type AcceptRemedy = Command<'AcceptRemedy', { remedy: number; note?: string }>;
export type DeclineRemedy = Command<'DeclineRemedy', { remedy: number; note?: string }>;
export type AnswerComplaint = Ask<
  'AnswerComplaint',
  { channel: ReplyChannel; answer: string },
  { readonly lead?: KnownOther }
>;
export type RecordAttempt = Command<'RecordAttempt', { channel: ReplyChannel; note: string }>;
export type WithdrawComplaint = Command<'WithdrawComplaint', { words: string }>;
export type CloseComplaint = Command<'CloseComplaint', { reason?: string }>;
export type ReopenComplaint = Ask<
  'ReopenComplaint',
  { words: string; points?: readonly PointSaid[] },
  KnownCalendar & KnownEmployees
>;
export type RecordSatisfaction = Command<'RecordSatisfaction', { rating: number; words?: string }>;
export type JoinComplaint = Ask<'JoinComplaint', { to: string }, KnownOther>;

/** Of a process: a complaint was joined to this one. */
export type TakeJoinedComplaint = Ask<
  'TakeJoinedComplaint',
  { joined: string; points: readonly Point[] },
  KnownCalendar
>;
/** Of the clock: a term may have something to say. */
export type LookAtTerms = Ask<'LookAtTerms', Record<never, never>, KnownCalendar>;

/** What people do to a complaint that there is. */
export type StepCommand =
  | RecordComplaint
  | OfferApology
  | AssignInvestigator
  | RecordInvestigation
  | UpholdComplaint
  | RejectComplaint
  | RecordReferralOutcome
  | ProposeRemedy
  | AcceptRemedy
  | DeclineRemedy
  | AnswerComplaint
  | RecordAttempt
  | WithdrawComplaint
  | CloseComplaint
  | ReopenComplaint
  | RecordSatisfaction
  | JoinComplaint
  | ReviewFinding
  | ReopenVerdict;

export type ComplaintCommand = ReceiveComplaint | StepCommand | TakeJoinedComplaint | LookAtTerms;
