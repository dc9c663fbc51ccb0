import { datesOf, type LocalDate } from '@app/kernel';
import type { ProjectionInto } from '@app/projections';
import { ticketEventTypes, type TicketOpened } from '@app/tickets';
import { asTicketEvent, ticketOf, type RecordedTicketEvent } from '../tickets/of-ticket.js';
import { progressAfter } from '../tickets/visit-progress.js';
import type { DayVisit, TechnicianDayRow } from './technician-day.row.js';

/** The text by which a technician's day is found. */
export function dayKey(employee: string, date: LocalDate): string {
  return `${employee}/${date}`;
}

/** What a day shows; the other steps of a visit leave it as it is. */
const MOVING = [
  'TicketOpened',
  'FaultAnalysed',
  'TicketResolved',
  'TicketClosed',
  'TicketCancelled',
  'TicketReopened',
  'VisitScheduled',
  'VisitRescheduled',
  'VisitCancelled',
  'VisitPrepared',
  'TechnicianDeparted',
  'DelayNotified',
  'TechnicianArrived',
  'NoShowRecorded',
  'WorkStarted',
  'WorkSuspended',
  'WorkResumed',
  'TechnicianLeft',
  'VisitCompleted',
] as const;

/**
 * Who goes where on which business date. One row per ticket, as a visit needs the ticket's address
 * and fault; a rescheduled visit leaves its old day, a cancelled one stays in it as cancelled.
 */
export const technicianDay: ProjectionInto<TechnicianDayRow> = {
  name: 'technician-day',
  version: 1,
  table: 'read_model.technician_day',
  key: 'ticket',
  columns: [
    'ticket',
    'status',
    'emergency',
    'name',
    'phone',
    'address',
    'landmark',
    'fault',
    'neededTools',
    'neededParts',
    'visits',
    'days',
    'version',
    'position',
  ],
  handles: Object.fromEntries(MOVING.map((type) => [type, ticketEventTypes[type]])),
  begins: ['TicketOpened'],
  keysOf: ticketOf,
  evolve(row, recorded, ticket) {
    const event = asTicketEvent(recorded);
    const before = event.type === 'TicketOpened' ? opened(ticket, event) : row;
    if (!before) return undefined;
    const visits = visitsAfter(before.visits, event);
    const days = [
      ...new Set(
        visits.flatMap((visit) => visit.dates.map((date) => dayKey(visit.technician, date))),
      ),
    ];
    const { version, position } = event;
    return { ...before, ...changed(event), visits, days, version, position: position.toString() };
  },
};

function opened(
  ticket: string,
  { data, version, position }: RecordedTicketEvent & TicketOpened,
): TechnicianDayRow {
  const { emergency, name, phone, address, landmark, fault } = data;
  return {
    ticket,
    status: 'open',
    emergency,
    name,
    phone,
    address,
    landmark,
    fault,
    neededTools: [],
    neededParts: [],
    visits: [],
    days: [],
    version,
    position: position.toString(),
  };
}

function changed(event: RecordedTicketEvent): Partial<TechnicianDayRow> {
  switch (event.type) {
    case 'FaultAnalysed':
      return { neededTools: event.data.tools, neededParts: event.data.parts };
    case 'TicketResolved':
      return { status: 'resolved' };
    case 'TicketClosed':
      return { status: 'closed' };
    case 'TicketCancelled':
      return { status: 'cancelled' };
    case 'TicketReopened':
      return { status: 'open' };
    default:
      return {};
  }
}

function visitsAfter(visits: readonly DayVisit[], event: RecordedTicketEvent): readonly DayVisit[] {
  const { data } = event;
  if (!('visit' in data)) return visits;
  if (event.type === 'VisitScheduled') return [...visits, scheduled(event.data)];
  return visits.map((visit) =>
    visit.visit === data.visit
      ? { ...visit, ...moved(visit, event), progress: progressAfter(visit.progress, event.type) }
      : visit,
  );
}

function scheduled({
  visit,
  technician,
  window,
  atCustomersWish,
}: Pick<DayVisit, 'visit' | 'technician' | 'window' | 'atCustomersWish'>): DayVisit {
  return {
    visit,
    technician,
    window,
    dates: datesOf(window),
    progress: 'scheduled',
    atCustomersWish,
    delayedUntil: null,
    packed: null,
  };
}

function moved(visit: DayVisit, event: RecordedTicketEvent): Partial<DayVisit> {
  switch (event.type) {
    case 'VisitRescheduled':
      return {
        ...scheduled(event.data),
        packed: visit.technician === event.data.technician ? visit.packed : null,
      };
    case 'VisitPrepared':
      return { packed: { tools: event.data.tools, parts: event.data.parts } };
    case 'DelayNotified':
      return { delayedUntil: event.data.newArrival };
    default:
      return {};
  }
}
