import type { Instant, Span, Yuan } from '@app/kernel';
import type { ChargeBasis, Entitlement, RepairCause } from '../ticket/ticket.values.js';
import type { Inspection } from './discrepancies.js';
import type { Explanation } from './explanations.js';
import type { Earners, ExtraIncome } from './paper.values.js';
import type { Handling, InHand } from './in-hand.js';
import { NO_MONEY, type VisitMoney } from './money.js';
import type { Waiver } from './waivers.js';

/** A line of the service record, and when it was written. */
interface RecordLine {
  readonly text: string;
  readonly at: Instant;
}

/** What has been done at a visit since the arrival: what the rules of the work, the paper and the farewell look at. */
export interface OnSiteRecord {
  readonly greeting?: { readonly introduced: boolean; readonly credentialsShown: boolean };
  /** The customer was asked about the fault on site (V11). */
  readonly faultDescribed: boolean;
  readonly entitlement?: Entitlement;
  /** A supervisor has decided the entitlement. */
  readonly overridden: boolean;
  readonly consented: boolean;
  readonly inspection?: Inspection;
  readonly explained: readonly Explanation[];
  readonly externalCause: boolean;
  /** The quote that the customer signed last: what they are to pay, on which grounds beside the coming, and when they signed. */
  readonly charge?: {
    readonly total: Yuan;
    readonly bases: readonly ChargeBasis[];
    readonly signedAt: Instant;
    /** When the quote was signed that a later one exceeds; what it costs more is explained after that (V14). */
    readonly exceededAt?: Instant;
    /** How often a higher quote was signed after another; absent: never. */
    readonly rises?: number;
    readonly acknowledgedAt: Instant;
  };
  readonly money: VisitMoney;
  /** Of the money, what somebody who was there has not handed over, oldest first. */
  readonly inHand: readonly InHand[];
  /** How it came into their hands and out of them. */
  readonly handlings: readonly Handling[];
  /** Who earned the extra service, as stated. Default: whoever is responsible for the visit. */
  readonly earnedBy?: Earners;
  /** The entries of parts that went into it, as stated. Default: all of the visit. */
  readonly extraParts?: readonly number[] | undefined;
  /** What the customer was let off; default: nothing. */
  readonly waivers?: readonly Waiver[];
  /** What the extra service brought the company, as it was said last. */
  readonly extra?: ExtraIncome;
  /** Work has begun or was done: its start, hours or a part are on record. */
  readonly workStarted: boolean;
  /** When the work stood still, until it went on; what goes on standing still is the visit's `suspension`. */
  readonly interruptions: readonly Span[];
  readonly repair?: { readonly cause: RepairCause; readonly restored: boolean };
  readonly cleaned: boolean;
  /** What the service record says so far, a line for each thing, as signatures are under it. */
  readonly onRecord: readonly RecordLine[];
  /** The customer has signed the record as it now is. */
  readonly signed: boolean;
  /** The customer has refused to sign the record as it now is. */
  readonly signatureRefused: boolean;
  /** The last receipt's number, and what all receipts together acknowledge. */
  readonly receipt?: { readonly number: string; readonly amount: Yuan };
  readonly customerCopy: boolean;
  readonly cardLeft: boolean;
  readonly farewell?: {
    readonly responsiblePersonsAsked: boolean;
    readonly nobodyElse: boolean;
    readonly customerContent: boolean;
  };
  readonly apologised: boolean;
}

/** At the arrival nothing has been done yet. */
export const NOTHING_DONE: OnSiteRecord = {
  faultDescribed: false,
  overridden: false,
  consented: false,
  explained: [],
  externalCause: false,
  money: NO_MONEY,
  inHand: [],
  handlings: [],
  workStarted: false,
  interruptions: [],
  cleaned: false,
  onRecord: [],
  signed: false,
  signatureRefused: false,
  customerCopy: false,
  cardLeft: false,
  apologised: false,
};

/** Whether the customer has to pay for the work: nothing covers it, or the fault is not the company's (V17). */
export function isChargeable({
  entitlement,
  externalCause,
}: Pick<OnSiteRecord, 'entitlement' | 'externalCause'>): boolean {
  return externalCause || entitlement?.kind === 'chargeable';
}
