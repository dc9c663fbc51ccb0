import type { Instant, Yuan } from '@app/kernel';

/** How a complaint came (R6, R7): as a bad answer to a follow-up it comes by itself. */
export type ComplaintChannel = 'phone' | 'letter' | 'visit' | 'web' | 'follow-up';

/** How the customer is spoken to. */
export type ReplyChannel = 'phone' | 'letter' | 'visit' | 'web';

/**
 * What a point is about: how staff behaved, a time that was not kept, the quality of the repair, the charge,
 * things damaged or lost, nobody taking care, gifts and private use of what is the customer's, the product.
 */
export const complaintCauses = [
  'conduct',
  'lateness',
  'workmanship',
  'charge',
  'damage',
  'neglect',
  'integrity',
  'product',
  'other',
] as const;
export type ComplaintCause = (typeof complaintCauses)[number];

/** Who complains. */
export interface Complainant {
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
}

/** One thing that is complained of. */
export interface PointSaid {
  readonly about: ComplaintCause;
  /** Whom it is said of; absent: nobody in particular. */
  readonly employee?: string;
}
export interface Point extends PointSaid {
  /** Number within the complaint, from 1. */
  readonly point: number;
}

/** The clause of document 2 that fits what somebody did, and when that was. */
export interface Conduct {
  /** `D39` */
  readonly article: string;
  /** `vehicle` */
  readonly clause: string;
  readonly happenedAt: Instant;
}

export type RemedyKind = 'redo' | 'refund' | 'replacement' | 'apology' | 'compensation';

/** What is offered to the customer. */
export interface Remedy {
  readonly kind: RemedyKind;
  /** Of a refund or a compensation. */
  readonly amount?: Yuan;
}

/** How a complaint ends: answered; investigated without anybody to be answered; or at the customer's wish, or for want of them. */
export type ComplaintEnd = 'answered' | 'anonymous' | 'withdrawn' | 'unreachable';

/** What runs of a complaint: until the customer is apologised to, and until they are answered. */
export type ComplaintTerm = 'acknowledge' | 'answer';

/** A term in one round; the first begins with the receipt, each other with a reopening. */
export interface OfTerm {
  readonly term: ComplaintTerm;
  readonly round: number;
}
