import { findingsAfter } from '@app/findings';
import type { Instant } from '@app/kernel';
import { evolvePlanning, isPlanning } from '../visit/planning.evolve.js';
import { clockFactsAfter } from '../clocks/clock-facts.js';
import { deadlinesAfter, NO_DEADLINES } from '../clocks/deadline.js';
import { collectedAfter } from './collected.js';
import { intakeAfter } from './intake.js';
import { stepsAfter } from './order-of-steps.js';
import { studiesAfter } from '../visit/studies.js';
import type {
  CustomerFileReviewed,
  RepairCompleted,
  TicketEvent,
  TicketOpened,
  TicketRaisedToEmergency,
  TicketReopened,
  TicketResolved,
} from './ticket.events.js';
import type { OpenedTicket, Ticket } from './ticket.state.js';
import { evolveVisit, workEnded } from '../visit/visit.evolve.js';
import { entriesAfter } from '../visit/work-entries.js';

/** Before the call: no ticket. */
export const initialState = (): Ticket => ({ status: 'none' });

/** The ticket after one more event. It accepts whatever is stored, and never throws. */
export function evolve(ticket: Ticket, event: TicketEvent): Ticket {
  if (event.type === 'TicketOpened') return opened(event);
  if (ticket.status === 'none') return ticket;
  return {
    ...ticket,
    ...changed(ticket, event),
    ...deadlinesAfter(ticket, event),
    clockFacts: clockFactsAfter(ticket.clockFacts, event),
    visits: visits(ticket, event),
    entries: entriesAfter(ticket.entries, event),
    collected: collectedAfter(ticket.collected, event),
    stepsAt: stepsAfter(ticket, event, 'ticket'),
  };
}

function visits({ visits }: OpenedTicket, event: TicketEvent): OpenedTicket['visits'] {
  if (isPlanning(event)) return evolvePlanning(visits, event);
  if (event.type === 'TicketResolved') return visits.map(workEnded);
  return 'visit' in event.data ? evolveVisit(visits, event) : visits;
}

/** What an event changes of the ticket itself; its visits are evolved beside it. */
function changed(ticket: OpenedTicket, event: TicketEvent): Partial<OpenedTicket> {
  switch (event.type) {
    case 'IntakeCorrected':
      return { intake: intakeAfter(ticket.intake, event) };
    case 'TicketRaisedToEmergency':
      return raised(ticket, event);
    case 'CustomerLinked': {
      const { customer, site, quietHours } = event.data;
      return { intake: intakeAfter(ticket.intake, event), customer, site, quietHours };
    }
    case 'CustomerFileReviewed':
      return fileReviewed(ticket, event);
    case 'FaultAnalysed':
      return {
        analysis: { at: event.occurredAt, parts: event.data.parts, tools: event.data.tools },
        studies: studiesAfter(ticket.studies, event),
      };
    case 'TicketResolved':
      return resolved(ticket, event);
    case 'ClosingUndone':
      return { status: 'resolved' };
    case 'TicketClosed':
      return { status: 'closed' };
    case 'FollowUpAsked':
      return { followUp: 'asked' };
    case 'FollowUpMade':
      return { followUp: 'made' };
    case 'TicketCancelled':
      return { status: 'cancelled' };
    case 'TicketReopened':
      return reopened(ticket, event);
    case 'FindingRecorded':
    case 'FindingUpheld':
    case 'FindingExcused':
    case 'FindingWithdrawn':
    case 'VerdictReopened':
      return { findings: findingsAfter(ticket.findings, event) };
    case 'TechnicianArrived':
      return { visited: [...without(ticket.visited, event.data.visit), event.data.visit] };
    case 'CustomerAbsent':
      if (event.data.technician !== undefined) return {};
      return { visited: without(ticket.visited, event.data.visit) };
    case 'CustomerGreeted':
      return metAt(ticket, event.data.visit);
    case 'RepairCompleted':
      return repaired(ticket, event);
    case 'ProductTakenIn': {
      const { product, custodySlip, visit, agreedBy, signature } = event.data;
      const givenBy = [agreedBy, ...(signature ? [signature.name] : [])];
      return { custody: [...ticket.custody, { product, custodySlip, visit, givenBy }] };
    }
    case 'ProductReturned':
      return { custody: ticket.custody.filter(({ product }) => product !== event.data.product) };
    default:
      return {};
  }
}

/** Others had found nobody there before. */
function metAt({ visits, visited }: OpenedTicket, visit: number): Partial<OpenedTicket> {
  const foundNobody = visits.some((each) => each.visit === visit && each.status === 'absent');
  return foundNobody ? { visited: [...without(visited, visit), visit] } : {};
}

/** Told late, it may be over by now. */
function raised(
  { emergencyFrom, emergencySince }: OpenedTicket,
  { data: { over }, occurredAt }: TicketRaisedToEmergency,
): Partial<OpenedTicket> {
  const since = over ? emergencySince : earlier(emergencySince, occurredAt);
  return {
    emergency: true,
    emergencyFrom: earlier(emergencyFrom, occurredAt),
    emergencySince: since,
  };
}

function fileReviewed(
  { studies, fileReadAt }: OpenedTicket,
  event: CustomerFileReviewed,
): Partial<OpenedTicket> {
  const { data, occurredAt } = event;
  return data.visit === undefined
    ? { fileReadAt: earlier(fileReadAt, occurredAt) }
    : { studies: studiesAfter(studies, event) };
}

function without(visits: readonly number[], visit: number): readonly number[] {
  return visits.filter((each) => each !== visit);
}

/** The last repair says whether the service is back: a later visit that finds the fault again takes it back. */
function repaired(
  { stepsAt, emergencySince = '' }: OpenedTicket,
  { data: { restored }, occurredAt }: RepairCompleted,
): Partial<OpenedTicket> {
  return {
    ...(occurredAt >= (stepsAt.RepairCompleted ?? '') && { restored }),
    ...(restored && occurredAt >= emergencySince && { emergencySince: undefined }),
  };
}

/** What the customer gave up is no longer kept for them. */
function resolved(
  { custody }: OpenedTicket,
  { data: { outcome, givenUp } }: TicketResolved,
): Partial<OpenedTicket> {
  const kept = custody.filter(({ product }) => !givenUp.includes(product));
  return { status: 'resolved', outcome, custody: kept };
}

/**
 * Reopened. After a cancellation the visits, the analysis and the repair made before still count;
 * after a solution they do not, since the problem is back (R10).
 * What was an emergency is one again (B3).
 */
function reopened(
  { status, visited, restored, analysis, emergency }: OpenedTicket,
  { occurredAt }: TicketReopened,
): Partial<OpenedTicket> {
  const same = status === 'cancelled';
  return {
    status: 'open',
    outcome: undefined,
    followUp: undefined,
    visited: same ? visited : [],
    restored: same && restored,
    analysis: same ? analysis : undefined,
    ...(emergency && { emergencySince: occurredAt }),
  };
}

function opened(event: TicketOpened): OpenedTicket {
  const { data, occurredAt } = event;
  const { ticket, source, emergency, lineFault = true, customer, site, quietHours } = data;
  const { name, phone, address, landmark, fault } = data;
  return {
    status: 'open',
    ticket,
    source,
    emergency,
    ...(emergency && { emergencyFrom: occurredAt, emergencySince: occurredAt }),
    lineFault,
    collected: { entries: 1, photos: 0 },
    intake: { name, phone, address, landmark, fault },
    ...(customer !== undefined && { customer }),
    ...(site !== undefined && { site }),
    openedAt: occurredAt,
    quietHours,
    ...NO_DEADLINES,
    clockFacts: clockFactsAfter([], event),
    studies: [],
    visits: [],
    findings: [],
    custody: [],
    entries: [],
    visited: [],
    restored: false,
    stepsAt: { TicketOpened: occurredAt },
  };
}

/** What is told late may have been done before what is known. */
function earlier(known: Instant | undefined, at: Instant): Instant {
  return known !== undefined && known < at ? known : at;
}
