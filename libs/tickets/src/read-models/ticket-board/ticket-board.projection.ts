import type { Instant } from '@app/kernel';
import { phoneWords, searchVector, type Projection, type Recorded } from '@app/projections';
import { ticketEventTypes, type TicketEvent, type TicketOpened } from '../../contract.js';
import { ticketOf, type RecordedTicketEvent } from '../of-ticket.js';
import { visitsAfter } from './board-visits.js';
import { TicketBoardRow } from './ticket-board.row.js';

/** Sorts behind every deadline there can be: tickets without one come last. */
export const NO_DEADLINE: Instant = '9999-12-31T00:00:00.000Z';

/** The board: one row per ticket, whatever its status. */
export const ticketBoard: Projection<TicketBoardRow, TicketEvent> = {
  name: 'ticket-board',
  version: 3,
  row: TicketBoardRow,
  derived: {
    dueOrder: { type: 'timestamptz', of: (row) => row.nextDue ?? NO_DEADLINE },
    search: {
      type: 'tsvector',
      of: ({ ticket, name, address, fault, phone }) =>
        searchVector([ticket, name, address, fault, phoneWords(phone)]),
    },
  },
  handles: ticketEventTypes,
  begins: ['TicketOpened'],
  keysOf: ticketOf,
  evolve(row, event, ticket) {
    const before = event.type === 'TicketOpened' ? opened(ticket, event) : row;
    if (!before) return undefined;
    const { occurredAt, version, position } = event;
    const lastEventAt = occurredAt > before.lastEventAt ? occurredAt : before.lastEventAt;
    const after = { ...before, ...changed(before, event), ...visitsAfter(before, event) };
    return {
      ...after,
      nextDue: nextDue(after),
      lastEventAt,
      version,
      position: position.toString(),
    };
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
    nextDue: null,
    technicians: [],
    visits: [],
    nextVisitFrom: null,
    nextVisitUntil: null,
    openFindings: [],
    lastEventAt: occurredAt,
    version,
    position: position.toString(),
  };
}

/** What an event changes of the ticket's own columns. */
function changed(row: TicketBoardRow, event: RecordedTicketEvent): Partial<TicketBoardRow> {
  const { occurredAt } = event;
  switch (event.type) {
    case 'SlaDeadlineSet':
      return event.data.clock === 'response'
        ? { responseDue: event.data.due }
        : { restorationDue: event.data.due };
    case 'TechnicianArrived':
      return { arrivedAt: row.arrivedAt ?? occurredAt };
    case 'RepairCompleted':
      return event.data.restored ? { restoredAt: row.restoredAt ?? occurredAt } : {};
    case 'FindingRecorded':
      return { openFindings: [...row.openFindings, event.data.finding] };
    case 'FindingUpheld':
    case 'FindingExcused':
    case 'FindingWithdrawn':
      return { openFindings: row.openFindings.filter((finding) => finding !== event.data.finding) };
    case 'VerdictReopened':
      return { openFindings: [...row.openFindings, event.data.finding].sort((a, b) => a - b) };
    case 'ClosingUndone':
    case 'TicketResolved':
      return { status: 'resolved' };
    case 'TicketClosed':
      return { status: 'closed' };
    case 'TicketCancelled':
      return { status: 'cancelled' };
    case 'TicketReopened':
      return { status: 'open', restoredAt: null };
    default:
      return {};
  }
}

function nextDue({
  status,
  responseDue,
  arrivedAt,
  restorationDue,
  restoredAt,
}: TicketBoardRow): Instant | null {
  if (status !== 'open') return null;
  const running = [arrivedAt ? null : responseDue, restoredAt ? null : restorationDue];
  return running.filter((due) => due !== null).sort()[0] ?? null;
}
