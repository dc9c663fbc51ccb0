import { fen, sum } from '@app/kernel';
import type {
  ChargeAcknowledged,
  ExplanationGiven,
  ExternalCauseWithdrawn,
  TicketEvent,
} from '../ticket/ticket.events.js';
import { everOn, type Crew } from './crew.js';
import { inspected, signedFor } from './discrepancies.js';
import { handlingsAfter, inHandBy } from './in-hand.js';
import { moneyAfter } from './money.js';
import { waiversAfter } from './waivers.js';
import type { OnSiteRecord } from './on-site.record.js';
import { isRecordOf, recordLine } from './service-record.js';
import { hasBegun } from './standing.js';
import type { VisitSinceArrival } from './visit.state.js';

/** What an event adds to the record of what was done at the customer's; nothing where it belongs elsewhere. */
export function recordAfter(
  record: OnSiteRecord & Crew & Pick<VisitSinceArrival, 'firstAt'>,
  event: TicketEvent,
): Partial<OnSiteRecord> | undefined {
  const changed =
    atTheCustomers(record, event) ??
    atWork(record, event) ??
    paid(record, event) ??
    atTheEnd(record, event);
  const text = recordLine(event);
  if (text === undefined) return changed;
  // Whatever is written on the record after it was signed or refused is under no answer yet (V22).
  const unanswered = { signed: false, signatureRefused: false };
  return {
    ...changed,
    ...unanswered,
    onRecord: [...record.onRecord, { text, at: event.occurredAt }],
  };
}

function atTheCustomers(
  record: OnSiteRecord,
  event: TicketEvent,
): Partial<OnSiteRecord> | undefined {
  switch (event.type) {
    case 'CustomerGreeted':
      return {
        greeting: {
          introduced: event.data.introduced,
          credentialsShown: event.data.credentialsShown,
        },
      };
    case 'FaultDescribed':
      return { faultDescribed: true };
    case 'EntitlementChecked':
      return {
        entitlement: event.data.entitlement,
        money: moneyAfter(record.money, event),
        overridden: event.data.by === 'override',
      };
    case 'ConsentGiven':
      return { consented: true };
    case 'IntegrityInspected':
      return { inspection: inspected(record.inspection, event) };
    case 'DiscrepancyAcknowledged':
      return { inspection: signedFor(record.inspection, event) };
    case 'ExplanationGiven':
      return explained(record, event);
    case 'ExternalCauseFound':
      return { externalCause: true };
    case 'ExternalCauseWithdrawn':
      return causeWithdrawn(record, event);
    case 'ChargeAcknowledged':
      return {
        charge: signedCharge(record, event),
        money: moneyAfter(record.money, event),
        waivers: waiversAfter(record.waivers, event),
      };
    default:
      return undefined;
  }
}

function atWork(
  record: OnSiteRecord & Pick<VisitSinceArrival, 'firstAt'>,
  event: TicketEvent,
): Partial<OnSiteRecord> | undefined {
  switch (event.type) {
    case 'LabourLogged':
    case 'PartConsumed':
    case 'LabourCorrected':
    case 'PartCorrected':
    case 'LabourWithdrawn':
    case 'PartWithdrawn': {
      const money = moneyAfter(record.money, event);
      return { money, workStarted: hasBegun(record) || money.work.length > 0 };
    }
    case 'RepairCompleted':
      return {
        repair: { cause: event.data.cause, restored: event.data.restored },
        money: moneyAfter(record.money, event),
      };
    case 'RepairCauseCorrected':
      return record.repair && { repair: { ...record.repair, cause: event.data.cause } };
    case 'SiteCleaned':
      return { cleaned: true };
    default:
      return undefined;
  }
}

function paid(record: OnSiteRecord & Crew, event: TicketEvent): Partial<OnSiteRecord> | undefined {
  switch (event.type) {
    case 'ChargeWaived':
    case 'ChargeCollected':
    case 'ChargeRefunded':
    case 'MoneyHandedOver':
    case 'HandOverCorrected':
    case 'MoneyDemandWithdrawn':
    case 'MoneyDemanded':
    case 'MoneyKept': {
      const handlings = handlingsAfter(record.handlings, event, everOn(record));
      return {
        money: moneyAfter(record.money, event),
        handlings,
        waivers: waiversAfter(record.waivers, event),
        inHand: handlings === record.handlings ? record.inHand : inHandBy(handlings),
      };
    }
    case 'EarnersStated': {
      const { earners, weights, parts } = event.data;
      return { earnedBy: { earners, weights }, extraParts: parts };
    }
    case 'ExtraIncomeReckoned': {
      const { visit: _visit, ...extra } = event.data;
      return { extra };
    }
    default:
      return undefined;
  }
}

function atTheEnd(record: OnSiteRecord, event: TicketEvent): Partial<OnSiteRecord> | undefined {
  switch (event.type) {
    case 'ServiceRecordSigned':
      return isRecordOf(event.occurredAt, record) ? { signed: true } : {};
    case 'SignatureRefused':
      return isRecordOf(event.occurredAt, record) ? { signatureRefused: true } : {};
    case 'ReceiptIssued':
      return {
        receipt: {
          number: event.data.number,
          amount: sum([record.receipt?.amount ?? '0.00', event.data.amount]),
        },
      };
    case 'CustomerCopyHandedOver':
      return { customerCopy: true };
    case 'CardLeft':
      return { cardLeft: true };
    case 'FarewellMade': {
      const { responsiblePersonsAsked, nobodyElse = false, customerContent } = event.data;
      return { farewell: { responsiblePersonsAsked, nobodyElse, customerContent } };
    }
    case 'ApologyMade':
      return { apologised: true };
    default:
      return undefined;
  }
}

/** What was declined has not been explained. */
function explained(
  record: OnSiteRecord,
  { data: { subject, declined, advice }, occurredAt: at }: ExplanationGiven,
): Partial<OnSiteRecord> {
  return declined
    ? {}
    : { explained: [...record.explained, { subject, at, advised: advice !== undefined }] };
}

function signedCharge(
  { charge: before }: OnSiteRecord,
  { data: { quote, total, signature }, occurredAt: acknowledgedAt }: ChargeAcknowledged,
): OnSiteRecord['charge'] {
  const forWork = quote.lines.filter(({ item }) => item !== 'call-out');
  const bases = [...new Set(forWork.map(({ basis }) => basis))];
  const higher = before !== undefined && fen(total) > fen(before.total);
  const exceededAt = higher ? before.acknowledgedAt : before?.exceededAt;
  return {
    total,
    bases,
    signedAt: signature.signedAt,
    acknowledgedAt,
    ...(exceededAt !== undefined && { exceededAt }),
    ...((higher || before?.rises) && { rises: (before?.rises ?? 0) + Number(higher) }),
  };
}

/** Whatever was charged for the cause alone is charged no longer; what rests on other grounds stays (V17). */
function causeWithdrawn(
  { charge, money: before, waivers: off }: OnSiteRecord,
  event: ExternalCauseWithdrawn,
): Partial<OnSiteRecord> {
  const money = moneyAfter(before, event);
  const waivers = waiversAfter(off, event);
  if (!charge) return { externalCause: false, money, waivers };
  const bases = charge.bases.filter((basis) => basis !== 'external-cause');
  return {
    externalCause: false,
    money,
    waivers,
    charge: { ...charge, total: money.charged, bases },
  };
}
