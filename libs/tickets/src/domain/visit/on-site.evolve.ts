import { sum } from '@app/kernel';
import type {
  ChargeAcknowledged,
  ExplanationGiven,
  IntegrityInspected,
  TicketEvent,
} from '../ticket/ticket.events.js';
import { moneyAfter } from './money.js';
import type { OnSiteRecord } from './on-site.record.js';
import { recordLine } from './service-record.js';

/** What an event adds to the record of what was done at the customer's; nothing where it belongs elsewhere. */
export function recordAfter(
  record: OnSiteRecord,
  event: TicketEvent,
): Partial<OnSiteRecord> | undefined {
  const changed = atTheCustomers(record, event) ?? atWork(record, event) ?? atTheEnd(record, event);
  const line = recordLine(event);
  if (line === undefined) return changed;
  // Whatever is written on the record after it was signed or refused is under no answer yet (V22).
  const unanswered = { signed: false, signatureRefused: false };
  return { ...changed, ...unanswered, onRecord: [...record.onRecord, line] };
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
    case 'EntitlementChecked':
      return {
        entitlement: event.data.entitlement,
        overridden: event.data.by === 'override',
      };
    case 'ConsentGiven':
      return { consented: true };
    case 'IntegrityInspected':
      return { inspection: inspected(record, event) };
    case 'DiscrepancyAcknowledged':
      return { inspection: { ...record.inspection, discrepancy: true, acknowledged: true } };
    case 'ExplanationGiven':
      return explained(record, event.data);
    case 'ExternalCauseFound':
      return { externalCause: true };
    case 'ChargeAcknowledged':
      return { charge: signedCharge(event.data), money: moneyAfter(record.money, event) };
    default:
      return undefined;
  }
}

function atWork(record: OnSiteRecord, event: TicketEvent): Partial<OnSiteRecord> | undefined {
  switch (event.type) {
    case 'LabourLogged':
      return {
        hours: [...record.hours, { technician: event.data.technician, span: event.data.span }],
        money: moneyAfter(record.money, event),
      };
    case 'PartConsumed':
      return { money: moneyAfter(record.money, event) };
    case 'RepairCompleted':
      return { repair: { cause: event.data.cause, restored: event.data.restored } };
    case 'SiteCleaned':
      return { cleaned: true };
    default:
      return undefined;
  }
}

function atTheEnd(record: OnSiteRecord, event: TicketEvent): Partial<OnSiteRecord> | undefined {
  switch (event.type) {
    case 'ServiceRecordSigned':
      return { signed: true };
    case 'SignatureRefused':
      return { signatureRefused: true };
    case 'ChargeWaived':
    case 'ChargeCollected':
    case 'ChargeRefunded':
      return { money: moneyAfter(record.money, event) };
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

/** What did not agree once waits for the customer's signature, whatever a second look says (V13). */
function inspected(
  { inspection }: OnSiteRecord,
  { data, occurredAt }: IntegrityInspected,
): OnSiteRecord['inspection'] {
  const unsigned = inspection !== undefined && inspection.discrepancy && !inspection.acknowledged;
  if (unsigned) return inspection;
  if (!disagrees(data)) return { discrepancy: false, acknowledged: false };
  return { discrepancy: true, acknowledged: false, discrepancyAt: occurredAt };
}

function disagrees({ partsComplete, tamperingSigns }: IntegrityInspected['data']): boolean {
  return !partsComplete || tamperingSigns;
}

/** What was declined has not been explained. */
function explained(
  record: OnSiteRecord,
  { subject, declined }: ExplanationGiven['data'],
): Partial<OnSiteRecord> {
  return declined ? {} : { explained: [...record.explained, subject] };
}

function signedCharge({
  quote,
  total,
  signature,
}: ChargeAcknowledged['data']): OnSiteRecord['charge'] {
  const bases = [...new Set(quote.lines.map(({ basis }) => basis))];
  return { total, bases, signedAt: signature.signedAt };
}
