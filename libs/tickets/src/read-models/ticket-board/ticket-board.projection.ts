import type { Instant } from '@app/kernel';
import { customerEventTypes, type PersonKeysDestroyed } from '@app/customers';
import { only, phoneWords, type Projection, type Recorded } from '@app/projections';
import {
  ticketEventTypes,
  type RepairCompleted,
  type TicketEvent,
  type TicketOpened,
} from '../../contract.js';
import { intakeShown } from '../intake-shown.js';
import { restoredSince } from '../restored-since.js';
import { ticketOf, type RecordedTicketEvent } from '../of-ticket.js';
import { dueBackFor, owedFor } from '../money-owed.js';
import { NO_DEADLINES } from '../../domain/clocks/deadline.js';
import { clocksAfter, nextDue, riskFrom } from './board-clocks.js';
import { visitsAfter } from './board-visits.js';
import { TicketBoardRow } from './ticket-board.row.js';

/** Sorts behind every deadline there can be: tickets without one come last. */
export const NO_DEADLINE: Instant = '9999-12-31T00:00:00.000Z';

/** The board: one row per ticket, whatever its status. */
export const ticketBoard: Projection<TicketBoardRow, TicketEvent | PersonKeysDestroyed> = {
  name: 'ticket-board',
  version: 13,
  row: TicketBoardRow,
  derived: {
    dueOrder: { type: 'timestamptz', of: (row) => row.nextDue ?? NO_DEADLINE },
    search: {
      type: 'tsvector',
      of: ({ ticket, name, address, fault, phone }) => [
        ticket,
        name,
        address,
        fault,
        phoneWords(phone),
      ],
    },
  },
  handles: { ...ticketEventTypes, ...only(customerEventTypes, ['PersonKeysDestroyed']) },
  forgetsAt: 'PersonKeysDestroyed',
  begins: ['TicketOpened'],
  keysOf: (event) => (event.type === 'PersonKeysDestroyed' ? event.data.tickets : ticketOf(event)),
  evolve(row, event, ticket) {
    // What is found of the row is made anew, without what was destroyed.
    if (event.type === 'PersonKeysDestroyed') return row;
    const before = event.type === 'TicketOpened' ? opened(ticket, event) : row;
    if (!before) return undefined;
    const { occurredAt, version, position } = event;
    const lastEventAt = occurredAt > before.lastEventAt ? occurredAt : before.lastEventAt;
    const after = {
      ...before,
      ...changed(before, event),
      ...visitsAfter(before, event),
      ...clocksAfter(before, event),
    };
    // Its own object already: copying a row of this width once more would cost as much as the fold.
    return Object.assign(after, {
      nextDue: nextDue(after),
      riskFrom: riskFrom(after),
      owed: owedFor(after.visits, after),
      dueBack: dueBackFor(after.visits, after),
      lastEventAt,
      version,
      position: position.toString(),
    });
  },
};

function opened(
  ticket: string,
  { data, occurredAt, version, position }: Recorded<TicketOpened>,
): TicketBoardRow {
  const { source, emergency, customer = null, site = null, name, phone, address, fault } = data;
  return {
    ticket,
    status: 'open',
    outcome: null,
    source,
    emergency,
    customer,
    site,
    name,
    phone,
    address,
    fault,
    openedAt: occurredAt,
    responseDue: null,
    restorationDue: null,
    arrivedAt: null,
    restoredAt: null,
    pausedSince: null,
    pausedUntil: null,
    nextDue: null,
    riskFrom: null,
    ...NO_DEADLINES,
    breached: [],
    technicians: [],
    visits: [],
    nextVisitFrom: null,
    nextVisitUntil: null,
    nextReturnAt: null,
    owed: '0.00',
    dueBack: '0.00',
    openFindings: [],
    awaitsFollowUp: false,
    lastEventAt: occurredAt,
    version,
    position: position.toString(),
  };
}

/** What an event changes of the ticket's own columns. */
function changed(row: TicketBoardRow, event: RecordedTicketEvent): Partial<TicketBoardRow> {
  const { occurredAt } = event;
  switch (event.type) {
    case 'TicketRaisedToEmergency':
      return { emergency: true };
    case 'IntakeCorrected':
    case 'CustomerLinked': {
      const { landmark: _, ...shown } = intakeShown(event);
      return shown;
    }
    case 'TechnicianArrived':
      return { arrivedAt: row.arrivedAt ?? occurredAt };
    case 'RepairCompleted':
      return { restoredAt: restoredAfter(row, event) };
    case 'FindingRecorded':
      return { openFindings: [...row.openFindings, event.data.finding] };
    case 'FindingUpheld':
    case 'FindingExcused':
    case 'FindingWithdrawn':
      return { openFindings: row.openFindings.filter((finding) => finding !== event.data.finding) };
    case 'VerdictReopened':
      return { openFindings: [...row.openFindings, event.data.finding].sort((a, b) => a - b) };
    case 'ClosingUndone':
      return { status: 'resolved' };
    case 'TicketResolved':
      return { status: 'resolved', outcome: event.data.outcome };
    case 'TicketClosed':
      return { status: 'closed' };
    case 'FollowUpAsked':
      return { awaitsFollowUp: true };
    case 'FollowUpMade':
      return { awaitsFollowUp: false };
    case 'TicketCancelled':
      return { status: 'cancelled' };
    case 'TicketReopened':
      return {
        status: 'open',
        outcome: null,
        awaitsFollowUp: false,
        arrivedAt: null,
        restoredAt: row.status === 'cancelled' ? row.restoredAt : null,
      };
    default:
      return {};
  }
}

/**
 * The last repair says whether the service is back, and one of a later visit that found the fault again since
 * when; one that is told late says nothing of now.
 */
function restoredAfter(
  { visits, restoredAt }: TicketBoardRow,
  { data, occurredAt }: Recorded<RepairCompleted>,
): Instant | null {
  if (visits.some(({ repairedAt }) => repairedAt !== null && repairedAt > occurredAt))
    return restoredAt;
  const { arrivedAt = null } = visits.find(({ visit }) => visit === data.visit) ?? {};
  return restoredSince(restoredAt, { ...data, arrivedAt, occurredAt });
}
