import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { ChargeBasis, Entitlement, Quote, Signature } from '../domain/ticket/ticket.values.js';
import { recordHash } from '../domain/visit/service-record.js';
import {
  arrived,
  closed,
  departed,
  left,
  opened,
  repaired,
  resolved,
  scheduled,
  visitCompleted,
  workStarted,
} from './past.js';
import { at, DISPATCHER, event, span, SUPERVISOR } from './ticket.builders.js';

type DataOf<Type> = Extract<TicketEvent, { type: Type }>['data'];

/** Mrs Sun's signature at 10:00. */
export const SIGNATURE: Signature = {
  name: '孙丽',
  role: 'customer',
  signedAt: at('10:00'),
  image: 'a'.repeat(64),
};

export const IN_WARRANTY: Entitlement = { kind: 'in-warranty', reference: 'W-100' };
export const CHARGEABLE: Entitlement = { kind: 'chargeable' };

export const greeted = (more: Partial<DataOf<'CustomerGreeted'>> = {}) =>
  event(
    'CustomerGreeted',
    { visit: 1, introduced: true, credentialsShown: true, ...more },
    '09:31',
  );

export const faultDescribed = () =>
  event('FaultDescribed', { visit: 1, words: '开机十分钟后跳闸' }, '09:33');

export const entitled = (entitlement = IN_WARRANTY, visit = 1) =>
  event('EntitlementChecked', { visit, by: 'document', reference: 'W-100', entitlement }, '09:35');

export const consented = (visit = 1) => event('ConsentGiven', { visit, by: '孙丽' }, '09:36');

export const inspected = (more: Partial<DataOf<'IntegrityInspected'>> = {}, time = '09:40') =>
  event(
    'IntegrityInspected',
    { visit: 1, partsComplete: true, tamperingSigns: false, photos: [], ...more },
    time,
  );

/** The seal is broken. */
export const tampered = (time = '09:40') =>
  inspected({ tamperingSigns: true, note: '封条已破' }, time);

export const discrepancySigned = () =>
  event('DiscrepancyAcknowledged', { visit: 1, signature: SIGNATURE }, '09:42');

export const explained = (
  subject: DataOf<'ExplanationGiven'>['subject'],
  declined = false,
  time = '09:45',
) =>
  event(
    'ExplanationGiven',
    {
      visit: 1,
      subject,
      advice: '请定期清洗滤网',
      confidential: declined,
      declined,
      customerUnfamiliar: false,
      plainWords: true,
    },
    time,
  );

export const externalCause = () =>
  event(
    'ExternalCauseFound',
    { visit: 1, cause: '电压不稳', noted: true, signature: SIGNATURE },
    '09:55',
  );

/** What was found is told, and nothing is advised. */
export const explainedWithoutAdvice = (subject: DataOf<'ExplanationGiven'>['subject']) => {
  const { data, occurredAt } = explained(subject);
  const { advice: explanation, ...rest } = data;
  return event('ExplanationGiven', { ...rest, explanation }, occurredAt);
};

export const causeWithdrawn = (time = '10:30') =>
  event('ExternalCauseWithdrawn', { visit: 1, reason: '电压正常' }, time);

/** Labour of that amount, for a cause that is not the company's unless another basis is named. */
export const labourQuote = (amount: string, basis: ChargeBasis = 'external-cause'): Quote => ({
  lines: [{ item: 'labour', what: '检修', amount, basis }],
});

export const quoteSigned = (total = '180.00', basis?: ChargeBasis) =>
  event(
    'ChargeAcknowledged',
    { visit: 1, quote: labourQuote(total, basis), total, signature: SIGNATURE },
    '09:56',
  );

export const suspended = (more: Partial<DataOf<'WorkSuspended'>> = {}, time = '10:00') =>
  event(
    'WorkSuspended',
    {
      visit: 1,
      reason: 'rest-or-meal',
      customerSide: true,
      resumeAt: at('14:00'),
      hoursAsked: true,
      apologised: true,
      ...more,
    },
    time,
  );

export const labourLogged = (from: string, until: string, visit = 1, entry = 1) =>
  event(
    'LabourLogged',
    {
      visit,
      entry,
      technician: 'li-wei',
      workType: '维修',
      span: span(from, until),
      hours: '0.50',
    },
    until,
  );

/** 10:10: Li Wei uses capacitors, two unless told otherwise. */
export const partConsumed = (more: Partial<DataOf<'PartConsumed'>> = {}, time = '10:10') =>
  event(
    'PartConsumed',
    { visit: 1, entry: 1, technician: 'li-wei', sku: 'CAP-35', quantity: 2, ...more },
    time,
  );

export const cleaned = (time = '10:40') => event('SiteCleaned', { visit: 1 }, time);

/** What a record says on which nothing stands yet. */
export const EMPTY_RECORD = recordHash({ onRecord: [] }, at('08:00'));

export const signed = (time = '10:45') =>
  event(
    'ServiceRecordSigned',
    { visit: 1, signature: SIGNATURE, satisfaction: 5, record: EMPTY_RECORD },
    time,
  );

export const signatureRefused = () =>
  event('SignatureRefused', { visit: 1, reason: '对结果不满意', record: EMPTY_RECORD }, '10:45');

export const collected = (amount = '180.00') =>
  event('ChargeCollected', { visit: 1, amount, method: 'wechat', collectedBy: 'li-wei' }, '10:46');

/** 10:46: Li Wei takes cash, which is in their hands from then on. */
export const collectedInCash = (amount = '180.00', time = '10:46') =>
  event('ChargeCollected', { visit: 1, amount, method: 'cash', collectedBy: 'li-wei' }, time);

export const handedOver = (amount = '180.00') =>
  event(
    'MoneyHandedOver',
    { visit: 1, employee: 'li-wei', amount, receivedBy: DISPATCHER.id },
    '17:00',
    DISPATCHER,
  );

export const waived = (amount = '180.00') =>
  event('ChargeWaived', { visit: 1, amount, reason: '客户等候两周' }, '10:46', SUPERVISOR);

export const refunded = (amount = '180.00') =>
  event(
    'ChargeRefunded',
    {
      visit: 1,
      amount,
      method: 'cash',
      reason: '未维修',
      receipt: 'TK-1',
      refundedBy: 'chen-gang',
    },
    '11:05',
    SUPERVISOR,
  );

export const receiptIssued = (amount = '180.00') =>
  event('ReceiptIssued', { visit: 1, number: 'R-1', amount }, '10:47');

export const copyHandedOver = (time = '10:48') =>
  event('CustomerCopyHandedOver', { visit: 1 }, time);

export const cardLeft = () => event('CardLeft', { visit: 1 }, '10:49');

export const farewell = (more: Partial<DataOf<'FarewellMade'>> = {}, time = '10:50') =>
  event(
    'FarewellMade',
    { visit: 1, responsiblePersonsAsked: true, customerContent: true, ...more },
    time,
  );

export const apologised = () => event('ApologyMade', { visit: 1 }, '10:51');

/** 09:30: Li Wei is at Mrs Sun's. */
export const onSite = [opened(), scheduled(), departed(), arrived()];

/** Everything that has to come before work. */
export const readyToWork = [...onSite, entitled(), consented(), inspected()];

/** 09:50: Li Wei is at work. */
export const working = [...readyToWork, workStarted()];

/** A visit that went as usual, from the arrival until its ticket was closed on the same day. */
export const closedDay = [
  ...working,
  repaired(),
  left('11:00'),
  signed(),
  visitCompleted(),
  resolved('15:00'),
  closed('16:00'),
];
