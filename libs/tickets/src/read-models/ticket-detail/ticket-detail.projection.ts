import type { Projection, Recorded } from '@app/projections';
import type { Instant } from '@app/kernel';
import {
  ticketEventTypes,
  type CustomerFileReviewed,
  type FaultAnalysed,
  type RepairCompleted,
  type TicketEvent,
  type TicketOpened,
  type TicketResolved,
} from '../../contract.js';
import { deadlinesAfter, NO_DEADLINES } from '../../domain/clocks/deadline.js';
import { intakeShown } from '../intake-shown.js';
import { ticketOf, type RecordedTicketEvent } from '../of-ticket.js';
import { custodyAfter, findingsAfter } from './detail-lists.js';
import { dueBackFor, dueOf, owedFor } from '../money-owed.js';
import { visitsAfter } from './detail-visits.js';
import { restoredSince } from '../restored-since.js';
import { done } from './done.js';
import { TicketDetailRow, type TicketDetail } from './ticket-detail.row.js';

/** A ticket with everything there is to show of it: one document per ticket. */
export const ticketDetail: Projection<TicketDetailRow, TicketEvent> = {
  name: 'ticket-detail',
  version: 15,
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
  const next = { ...detail, ...changed(detail, event) };
  const ticket = { status: next.status, outcome: next.resolution?.outcome ?? null };
  const visits = visitsAfter(detail.visits, event).map((visit) => ({
    ...visit,
    charge: { ...visit.charge, due: dueOf(visit, ticket) },
  }));
  return {
    ...next,
    visits,
    ...deadlinesAfter(detail, event),
    owed: owedFor(visits, ticket),
    dueBack: dueBackFor(visits, ticket),
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
    signature: data.signature ? { ...data.signature, under: 'intake' } : null,
    quietHours: data.quietHours,
    opened: done(event),
    ...NO_DEADLINES,
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
    owed: '0.00',
    dueBack: '0.00',
    custody: [],
  };
}

/** What an event changes of the ticket itself; visits, findings and custody are folded beside it. */
function changed(detail: TicketDetail, event: RecordedTicketEvent): Partial<TicketDetail> {
  switch (event.type) {
    case 'TicketRaisedToEmergency':
      return { emergency: true };
    case 'IntakeCorrected':
      return intakeShown(event);
    case 'CustomerLinked':
      return { ...intakeShown(event), quietHours: event.data.quietHours };
    case 'TechnicianArrived':
      return { arrivedAt: detail.arrivedAt ?? event.occurredAt };
    case 'RepairCompleted':
      return { restoredAt: restoredAfter(detail, event) };
    case 'CustomerFileReviewed':
      return { fileReview: fileReview(event) };
    case 'FaultAnalysed':
      return { analysis: analysis(event) };
    case 'TicketResolved':
      return { status: 'resolved', resolution: resolution(event) };
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

/**
 * The last repair says whether the service is back, and one of a later visit that found the fault again since
 * when; one that is told late says nothing of now.
 */
function restoredAfter(
  { visits, restoredAt }: TicketDetail,
  { data, occurredAt }: Recorded<RepairCompleted>,
): Instant | null {
  const later = visits
    .flatMap(({ steps }) => steps)
    .some(({ step, at }) => step === 'RepairCompleted' && at > occurredAt);
  if (later) return restoredAt;
  const { arrivedAt = null } = visits.find(({ visit }) => visit === data.visit) ?? {};
  return restoredSince(restoredAt, { ...data, arrivedAt, occurredAt });
}

function fileReview(event: Recorded<CustomerFileReviewed>): TicketDetail['fileReview'] {
  const { visit = null, notes = null } = event.data;
  return { ...done(event), visit, notes };
}

function analysis(event: Recorded<FaultAnalysed>): TicketDetail['analysis'] {
  const { visit = null, symptom, suspectedCause, parts, tools } = event.data;
  return { ...done(event), visit, symptom, suspectedCause, parts, tools };
}

function resolution(event: Recorded<TicketResolved>): TicketDetail['resolution'] {
  const { summary, outcome, agreedBy = null, disposal = null } = event.data;
  return { ...done(event), summary, outcome, agreedBy, disposal };
}

function reopened(
  { status, restoredAt, reopenings }: TicketDetail,
  reopening: TicketDetail['reopenings'][number],
): Partial<TicketDetail> {
  return {
    status: 'open',
    restoredAt: status === 'cancelled' ? restoredAt : null,
    resolution: null,
    closed: null,
    cancellation: null,
    reopenings: [...reopenings, reopening],
  };
}
