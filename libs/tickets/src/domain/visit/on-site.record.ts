import type { Instant, Span, Yuan } from '@app/kernel';
import type { Entitlement, ExplanationSubject, RepairCause } from '../ticket/ticket.values.js';

/** What has been done at a visit since the arrival: what the rules of the work, the paper and the farewell look at. */
export interface OnSiteRecord {
  readonly greeting?: { readonly introduced: boolean; readonly credentialsShown: boolean };
  readonly entitlement?: Entitlement;
  readonly consented: boolean;
  readonly inspection?: { readonly discrepancy: boolean; readonly acknowledged: boolean };
  readonly explained: readonly ExplanationSubject[];
  readonly externalCause: boolean;
  /** The quote that the customer signed last, and when. */
  readonly charge?: { readonly total: Yuan; readonly signedAt: Instant };
  readonly workStarted: boolean;
  readonly hours: readonly Span[];
  /** Some part was used, or more. */
  readonly partsUsed: boolean;
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
}

/** At the arrival nothing has been done yet. */
export const NOTHING_DONE: OnSiteRecord = {
  consented: false,
  explained: [],
  externalCause: false,
  workStarted: false,
  hours: [],
  partsUsed: false,
  cleaned: false,
  signed: false,
  signatureRefused: false,
  customerCopy: false,
  cardLeft: false,
  apologised: false,
};

/** Whether anything was done that can be charged: hours were worked, or parts used. */
export function isAnythingDone({
  hours,
  partsUsed,
}: Pick<OnSiteRecord, 'hours' | 'partsUsed'>): boolean {
  return hours.length > 0 || partsUsed;
}

/** Whether the customer has to pay for the work: nothing covers it, or the fault is not the company's (V17). */
export function isChargeable({
  entitlement,
  externalCause,
}: Pick<OnSiteRecord, 'entitlement' | 'externalCause'>): boolean {
  return externalCause || entitlement?.kind === 'chargeable';
}
