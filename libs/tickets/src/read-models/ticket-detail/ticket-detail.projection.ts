import type { Projection, Recorded } from '@app/projections';
import { ticketEventTypes, type TicketEvent, type TicketOpened } from '../../contract.js';
import { ticketOf, type RecordedTicketEvent } from '../of-ticket.js';
import { custodyAfter, findingsAfter } from './detail-lists.js';
import { visitsAfter } from './detail-visits.js';
import { done } from './done.js';
import { TicketDetailRow, type TicketDetail } from './ticket-detail.row.js';

/** A ticket with everything there is to show of it: one document per ticket. */
export const ticketDetail: Projection<TicketDetailRow, TicketEvent> = {
  name: 'ticket-detail',
  version: 1,
  row: TicketDetailRow,
  handles: ticketEventTypes,
  begins: ['TicketOpened'],
  keysOf: ticketOf,
  evolve(row, event, ticket) {
    const detail =
      event.type === 'TicketOpened' ? opened(ticket, event) : row && after(row.detail, event);
    const { version, position } = event;
    return detail && { ticket, detail, version, position: position.toString() };
  },
};

function after(detail: TicketDetail, event: RecordedTicketEvent): TicketDetail {
  return {
    ...detail,
    ...changed(detail, event),
    visits: visitsAfter(detail.visits, event),
    findings: findingsAfter(detail.findings, event),
    custody: custodyAfter(detail.custody, event),
  };
}

function opened(ticket: string, event: Recorded<TicketOpened>): TicketDetail {
  const { data } = event;
  return {
    ticket,
    status: 'open',
    source: data.source,
    emergency: data.emergency,
    fault: data.fault,
    customer: data.customer ?? null,
    site: data.site ?? null,
    name: data.name,
    phone: data.phone,
    address: data.address,
    landmark: data.landmark,
    agreement: data.agreement ?? null,
    deliveryPlace: data.deliveryPlace ?? null,
    paymentMethod: data.paymentMethod ?? null,
    quietHours: data.quietHours,
    opened: done(event),
    deadlines: {},
    arrivedAt: null,
    restoredAt: null,
    fileReview: null,
    analysis: null,
    resolution: null,
    closed: null,
    cancellation: null,
    reopenings: [],
    followUps: [],
    visits: [],
    findings: [],
    custody: [],
  };
}

/** What an event changes of the ticket itself; visits, findings and custody are folded beside it. */
function changed(detail: TicketDetail, event: RecordedTicketEvent): Partial<TicketDetail> {
  switch (event.type) {
    case 'SlaDeadlineSet': {
      const { clock, ...deadline } = event.data;
      return { deadlines: { ...detail.deadlines, [clock]: deadline } };
    }
    case 'TechnicianArrived':
      return { arrivedAt: detail.arrivedAt ?? event.occurredAt };
    case 'RepairCompleted':
      return event.data.restored ? { restoredAt: detail.restoredAt ?? event.occurredAt } : {};
    case 'CustomerFileReviewed':
      return { fileReview: { ...done(event), notes: event.data.notes ?? null } };
    case 'FaultAnalysed':
      return { analysis: { ...done(event), ...event.data } };
    case 'TicketResolved':
      return { status: 'resolved', resolution: { ...done(event), summary: event.data.summary } };
    case 'TicketClosed':
      return { status: 'closed', closed: done(event) };
    case 'ClosingUndone':
      return { status: 'resolved', closed: null };
    case 'TicketCancelled':
      return { status: 'cancelled', cancellation: { ...done(event), reason: event.data.reason } };
    case 'TicketReopened':
      return reopened(detail, { ...done(event), reason: event.data.reason });
    case 'FollowUpMade':
      return { followUps: [...detail.followUps, { ...done(event), ...event.data }] };
    default:
      return {};
  }
}

function reopened(
  { reopenings }: TicketDetail,
  reopening: TicketDetail['reopenings'][number],
): Partial<TicketDetail> {
  return {
    status: 'open',
    restoredAt: null,
    resolution: null,
    closed: null,
    cancellation: null,
    reopenings: [...reopenings, reopening],
  };
}
