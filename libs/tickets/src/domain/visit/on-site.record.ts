import type { Instant, Span, Yuan } from '@app/kernel';
import type { Entitlement, ExplanationSubject, RepairCause } from '../ticket/ticket.values.js';

/** What has been done at a visit since the arrival: what the rules of the work, the paper and the farewell look at. */
export interface OnSiteRecord {
  readonly greeting?: { readonly introduced: boolean; readonly credentialsShown: boolean };
  readonly entitlement?: Entitlement;
  readonly consented: boolean;
  readonly inspection?: {
    readonly discrepancy: boolean;
    readonly acknowledged: boolean;
    /** When the discrepancy that waits for a signature, or waited last, was found. */
    readonly discrepancyAt?: Instant;
  };
  readonly explained: readonly ExplanationSubject[];
  readonly externalCause: boolean;
  /** The quote that the customer signed last, and when. */
  readonly charge?: { readonly total: Yuan; readonly signedAt: Instant };
  readonly workStarted: boolean;
  readonly hours: readonly Span[];
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
  cleaned: false,
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
