import type { Ask, Instant, Yuan } from '@app/kernel';
import type { AtVisit } from './at-visit.js';
import type { KnownSignature } from './known-signature.js';
import type { KnownQuietHours } from './planning.commands.js';
import type { PaymentMethod, Signature } from '../ticket/ticket.values.js';

export type SignServiceRecord = Ask<
  'SignServiceRecord',
  AtVisit<{ signature: Signature; satisfaction: 1 | 2 | 3 | 4 | 5; suggestions?: string }>,
  KnownSignature
>;
export type RefuseSignature = Ask<'RefuseSignature', AtVisit<{ reason: string }>>;
export type CollectCharge = Ask<
  'CollectCharge',
  AtVisit<{
    amount: Yuan;
    method: PaymentMethod;
    /** Number of the receipt that is given at once, for all that has none yet. */
    receipt?: string;
    /** How the customer pays the rest, and when, as agreed with them; undefined: nothing was agreed. */
    restAgreed?: string;
  }>
>;
export type WaiveCharge = Ask<
  'WaiveCharge',
  AtVisit<{ amount: Yuan; reason: string; line?: number }>
>;
export type RefundCharge = Ask<
  'RefundCharge',
  AtVisit<{ amount: Yuan; method: PaymentMethod; reason: string; receipt: string }>
>;
export type HandOverMoney = Ask<
  'HandOverMoney',
  AtVisit<{
    /** Who had collected it; default: whoever is responsible for the visit. */
    employee?: string;
    amount: Yuan;
  }>
>;
/** What the office entered as received was less or more, or somebody else's. */
export type CorrectHandOver = Ask<
  'CorrectHandOver',
  AtVisit<{
    /** Its number within the visit, from 1. */
    handOver: number;
    /** Who had collected it; default: as it was entered. */
    employee?: string;
    /** 0.00: nothing was received. */
    amount: Yuan;
    reason: string;
  }>
>;
/** Of what somebody had collected by then. */
export type DemandMoney = Ask<'DemandMoney', AtVisit<{ employee: string; collectedAt: Instant }>>;
export type FindMoneyKept = Ask<
  'FindMoneyKept',
  AtVisit<{ employee: string; demandedAt: Instant }>
>;
/** Who earned an extra service (D30), and of which parts of the visit it was made. */
export type StateEarners = Ask<
  'StateEarners',
  AtVisit<{
    earners: readonly { readonly employee: string; readonly weight: number }[];
    /** Numbers of the entries of parts that went into it; default: all of the visit. */
    parts?: readonly number[];
  }>
>;
export type IssueReceipt = Ask<'IssueReceipt', AtVisit<{ number: string }>>;
export type HandOverCustomerCopy = Ask<'HandOverCustomerCopy', AtVisit>;
export type LeaveCard = Ask<'LeaveCard', AtVisit>;
export type BidFarewell = Ask<
  'BidFarewell',
  AtVisit<{ responsiblePersonsAsked: boolean; nobodyElse?: boolean; customerContent: boolean }>
>;
export type Apologise = Ask<'Apologise', AtVisit>;
export type LeaveSite = Ask<
  'LeaveSite',
  AtVisit<{ returning?: boolean; customerWishes?: string }>,
  KnownQuietHours
>;
export type CompleteVisit = Ask<'CompleteVisit', AtVisit>;

/** What is asked of a visit's paper, its money and the farewell. */
export type PaperCommand =
  | SignServiceRecord
  | RefuseSignature
  | CollectCharge
  | WaiveCharge
  | RefundCharge
  | HandOverMoney
  | CorrectHandOver
  | DemandMoney
  | FindMoneyKept
  | StateEarners
  | IssueReceipt
  | HandOverCustomerCopy
  | LeaveCard
  | BidFarewell
  | Apologise
  | LeaveSite
  | CompleteVisit;
