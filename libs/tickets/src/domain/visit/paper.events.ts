import type { DomainEvent, Instant, Yuan } from '@app/kernel';
import type { Earners, ExtraIncome, InHandAgain } from './paper.values.js';
import type { ChargeBasis, PaymentMethod, Signature } from '../ticket/ticket.values.js';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

type Event<Type extends string, Data> = DomainEvent<Type, Data>;

export type ServiceRecordSigned = Event<
  'ServiceRecordSigned',
  {
    visit: number;
    signature: Signature;
    satisfaction: 1 | 2 | 3 | 4 | 5;
    suggestions?: string;
    /** SHA-256 of the service record as it was signed: hours, parts, charges and the outcome. */
    record: string;
  }
>;
export type SignatureRefused = Event<
  'SignatureRefused',
  {
    visit: number;
    reason: string;
    /** SHA-256 of the service record that the customer does not sign. */
    record: string;
  }
>;
export type ChargeCollected = Event<
  'ChargeCollected',
  {
    visit: number;
    amount: Yuan;
    method: PaymentMethod;
    collectedBy: string;
    /** How the customer pays the rest, and when, as agreed; absent: nothing was agreed. */
    restAgreed?: string;
  }
>;
/** What a supervisor lets the customer off: of a line of the quote, charged on that basis, or where none is named of all of it. */
export type ChargeWaived = Event<
  'ChargeWaived',
  { visit: number; amount: Yuan; reason: string; line?: number; basis?: ChargeBasis }
>;
export type ChargeRefunded = Event<
  'ChargeRefunded',
  {
    visit: number;
    amount: Yuan;
    /** What of it had been paid though it was not owed; absent: nothing, and it is not owed again. */
    overpaid?: Yuan;
    method: PaymentMethod;
    reason: string;
    /** Number of the receipt (退款凭证) for what was given back. */
    receipt: string;
    refundedBy: string;
  }
>;
/** What somebody had collected in the company's place came to the company. */
export type MoneyHandedOver = Event<
  'MoneyHandedOver',
  { visit: number; employee: string; amount: Yuan; receivedBy: string }
>;
/** So much was received, and of them: in place of what had been entered. */
export type HandOverCorrected = Event<
  'HandOverCorrected',
  {
    visit: number;
    /** Its number within the visit, from 1. */
    handOver: number;
    employee: string;
    amount: Yuan;
    employeeBefore: string;
    amountBefore: Yuan;
    reason: string;
    /** What is in somebody's hands again, and is looked for anew. */
    inHandAgain: readonly InHandAgain[];
  }
>;
/**
 * Less was due at a demand than it was for, as a hand-over shows that is set right or told late; `rest` was,
 * and stands.
 */
export type MoneyDemandWithdrawn = Event<
  'MoneyDemandWithdrawn',
  { visit: number; employee: string; demandedAt: Instant; amount: Yuan; rest: Yuan }
>;
/** It is demanded of whoever still has it when it was to be there. */
export type MoneyDemanded = Event<
  'MoneyDemanded',
  {
    visit: number;
    employee: string;
    amount: Yuan;
    /** What was collected by then is meant. */
    collectedAt: Instant;
  }
>;
/** In spite of a demand it was not handed over in term. */
export type MoneyKept = Event<
  'MoneyKept',
  { visit: number; employee: string; amount: Yuan; demandedAt: Instant }
>;
/** 创收人: who earned an extra service, and in which proportion; in place of what was stated before. */
export type EarnersStated = Event<
  'EarnersStated',
  Earners & {
    visit: number;
    /** Numbers of the entries of parts that went into it; absent: all of the visit. */
    parts?: readonly number[];
  }
>;
/**
 * What extra service brought the company, once all money of the visit was handed over in time (D30); said
 * anew where that changes: more or less of it is there, or others earned it.
 */
export type ExtraIncomeReckoned = Event<'ExtraIncomeReckoned', { visit: number } & ExtraIncome>;
export type ReceiptIssued = Event<'ReceiptIssued', { visit: number; number: string; amount: Yuan }>;
export type CustomerCopyHandedOver = Event<'CustomerCopyHandedOver', { visit: number }>;
export type CardLeft = Event<'CardLeft', { visit: number }>;
export type FarewellMade = Event<
  'FarewellMade',
  {
    visit: number;
    responsiblePersonsAsked: boolean;
    /** Nobody besides the customer is responsible there, as in a home. Absent: somebody is. */
    nobodyElse?: boolean;
    customerContent: boolean;
  }
>;
export type ApologyMade = Event<'ApologyMade', { visit: number }>;
export type TechnicianLeft = Event<
  'TechnicianLeft',
  {
    visit: number;
    /** Who leaves while others stay; absent: nobody is there any more. */
    technician?: string;
    /** The work is only interrupted, and the technician comes back at the hour agreed for it (V19). */
    returning?: boolean;
    /** Nobody is there any more, and this one, who left before, comes back at that hour; absent: nobody who left before. */
    awaits?: string;
    /** The customer's own words, where work went on through their rest or meal hours (V19). */
    customerWishes?: string;
  }
>;
export type VisitCompleted = Event<
  'VisitCompleted',
  {
    visit: number;
    openFindings: readonly number[];
    /** What the customer still owes; absent: nothing. */
    owed?: Yuan;
    /** What was paid beyond what is charged, and is due back; absent: nothing. */
    dueBack?: Yuan;
  }
>;

/** What happens to a visit's paper, its money and the farewell. */
export type PaperEvent =
  | ServiceRecordSigned
  | SignatureRefused
  | ChargeCollected
  | ChargeWaived
  | ChargeRefunded
  | MoneyHandedOver
  | HandOverCorrected
  | MoneyDemandWithdrawn
  | MoneyDemanded
  | MoneyKept
  | EarnersStated
  | ExtraIncomeReckoned
  | ReceiptIssued
  | CustomerCopyHandedOver
  | CardLeft
  | FarewellMade
  | ApologyMade
  | TechnicianLeft
  | VisitCompleted;
