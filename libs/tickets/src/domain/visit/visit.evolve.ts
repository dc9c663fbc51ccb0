import { sum, type Yuan } from '@app/kernel';
import { stepsAfter } from '../ticket/order-of-steps.js';
import type {
  ExplanationGiven,
  IntegrityInspected,
  TicketEvent,
  WorkSuspended,
} from '../ticket/ticket.events.js';
import type { Visit } from '../ticket/ticket.state.js';

/** The ticket's visits after something happened at one of them, from the greeting to the completed paper. */
export function evolveVisit(visits: readonly Visit[], event: TicketEvent): readonly Visit[] {
  if (!('visit' in event.data)) return visits;
  const { visit: number } = event.data;
  return visits.map((visit) =>
    visit.visit === number
      ? { ...visit, ...changed(visit, event), stepsAt: stepsAfter(visit, event) }
      : visit,
  );
}

/** What an event changes of its visit; what only the ticket remembers changes nothing here. */
function changed(visit: Visit, event: TicketEvent): Partial<Visit> | undefined {
  return atTheCustomers(visit, event) ?? atWork(visit, event) ?? atTheEnd(visit, event);
}

function atTheCustomers(visit: Visit, event: TicketEvent): Partial<Visit> | undefined {
  switch (event.type) {
    case 'CustomerGreeted':
      return {
        greeting: {
          introduced: event.data.introduced,
          credentialsShown: event.data.credentialsShown,
        },
      };
    case 'EntitlementChecked':
      return { entitlement: event.data.entitlement };
    case 'ConsentGiven':
      return { consented: true };
    case 'IntegrityInspected':
      return { inspection: inspected(visit, event.data) };
    case 'DiscrepancyAcknowledged':
      return { inspection: { discrepancy: true, acknowledged: true } };
    case 'ExplanationGiven':
      return explained(visit, event.data);
    case 'ExternalCauseFound':
      return { externalCause: true };
    case 'ChargeAcknowledged':
      return { charge: { total: event.data.total, signedAt: event.data.signature.signedAt } };
    default:
      return undefined;
  }
}

function atWork(visit: Visit, event: TicketEvent): Partial<Visit> | undefined {
  switch (event.type) {
    case 'WorkStarted':
      return { workStarted: true, ...(visit.status === 'on-site' && { status: 'working' }) };
    case 'WorkSuspended':
      return { suspension: suspended(event) };
    case 'WorkResumed':
      return { suspension: undefined };
    case 'LabourLogged':
      return { hours: [...visit.hours, event.data.span] };
    case 'RepairCompleted':
      return { repair: { cause: event.data.cause, restored: event.data.restored } };
    case 'SiteCleaned':
      return { cleaned: true };
    default:
      return undefined;
  }
}

function atTheEnd(visit: Visit, event: TicketEvent): Partial<Visit> | undefined {
  switch (event.type) {
    case 'ServiceRecordSigned':
      return { signed: true };
    case 'SignatureRefused':
      return { signatureRefused: true };
    case 'ChargeCollected':
      return { collected: { amount: added(visit.collected?.amount, event.data.amount) } };
    case 'ReceiptIssued':
      return {
        receipt: {
          number: event.data.number,
          amount: added(visit.receipt?.amount, event.data.amount),
        },
      };
    case 'CustomerCopyHandedOver':
      return { customerCopy: true };
    case 'CardLeft':
      return { cardLeft: true };
    case 'FarewellMade': {
      const { responsiblePersonsAsked, customerContent } = event.data;
      return { farewell: { responsiblePersonsAsked, customerContent } };
    }
    case 'ApologyMade':
      return { apologised: true };
    case 'TechnicianLeft':
      return { status: 'left', leftAt: event.occurredAt };
    case 'VisitCompleted':
      return { status: 'completed' };
    default:
      return undefined;
  }
}

/** What did not agree once waits for the customer's signature, whatever a second look says (V13). */
function inspected({ inspection }: Visit, data: IntegrityInspected['data']): Visit['inspection'] {
  const unsigned = inspection !== undefined && inspection.discrepancy && !inspection.acknowledged;
  return { discrepancy: unsigned || disagrees(data), acknowledged: false };
}

function disagrees({ partsComplete, tamperingSigns }: IntegrityInspected['data']): boolean {
  return !partsComplete || tamperingSigns;
}

/** What was declined has not been explained. */
function explained(visit: Visit, { subject, declined }: ExplanationGiven['data']): Partial<Visit> {
  return declined ? {} : { explained: [...visit.explained, subject] };
}

function suspended({
  data: { customerSide, resumeAt },
  occurredAt,
}: WorkSuspended): Visit['suspension'] {
  return { since: occurredAt, customerSide, resumeAt };
}

function added(before: Yuan | undefined, amount: Yuan): Yuan {
  return before === undefined ? amount : sum([before, amount]);
}
