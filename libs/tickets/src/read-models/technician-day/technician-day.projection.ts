import type { LocalDate } from '@app/kernel';
import { only, type Projection, type Recorded } from '@app/projections';
import { ticketEventTypes, type TicketEvent, type TicketOpened } from '../../contract.js';
import { crewOf } from '../../domain/visit/crew.js';
import { intakeShown } from '../intake-shown.js';
import { ticketOf } from '../of-ticket.js';
import { comersAfter, NOBODY_CAME } from '../comers.js';
import { othersAfter } from '../others-after.js';
import { isOfReturn, resumesAfter } from '../resumes-at.js';
import { ON_THE_RECORD, progressAfter } from '../visit-progress.js';
import { at, backAt } from './day-dates.js';
import { dueAfter, OF_DUE } from './day-due.js';
import { TechnicianDayRow, type DayVisit } from './technician-day.row.js';

/** The text by which a technician's day is found. */
export function dayKey(employee: string, date: LocalDate): string {
  return `${employee}/${date}`;
}

/** What a day shows; the other steps of a visit leave it as it is. */
const handles = only(ticketEventTypes, [
  'TicketOpened',
  'IntakeCorrected',
  'CustomerLinked',
  'TicketRaisedToEmergency',
  'FaultAnalysed',
  'TicketResolved',
  'TicketClosed',
  'TicketCancelled',
  'ClosingUndone',
  'TicketReopened',
  'VisitScheduled',
  'VisitRescheduled',
  'SupersededMoveRecorded',
  'VisitCancelled',
  'TechnicianAdded',
  'TechnicianRemoved',
  'VisitPrepared',
  'PreparationCorrected',
  'TechnicianDeparted',
  'DelayNotified',
  'TechnicianArrived',
  'CustomerAbsent',
  'NoShowRecorded',
  'NoShowCorrected',
  'CrewNoShowRecorded',
  'CrewNoShowCorrected',
  'WorkStarted',
  'WorkSuspended',
  'WorkResumed',
  'TechnicianLeft',
  'VisitCompleted',
  ...ON_THE_RECORD,
  ...OF_DUE,
]);

type DayEvent = Extract<TicketEvent, { type: keyof typeof handles }>;

/**
 * Who goes where on which business date. One row per ticket, as a visit needs the ticket's address
 * and fault; a rescheduled visit leaves its old day, a cancelled one stays in it as cancelled.
 */
export const technicianDay: Projection<TechnicianDayRow, DayEvent> = {
  name: 'technician-day',
  version: 12,
  row: TechnicianDayRow,
  handles,
  begins: ['TicketOpened'],
  keysOf: ticketOf,
  evolve(row, event, ticket) {
    const before = event.type === 'TicketOpened' ? opened(ticket, event) : row;
    if (!before) return undefined;
    const visits = visitsAfter(before.visits, event);
    const days = [
      ...new Set(
        visits.flatMap((visit) =>
          crewOf(visit).flatMap((each) => visit.dates.map((date) => dayKey(each, date))),
        ),
      ),
    ];
    const { version, position } = event;
    return { ...before, ...changed(event), visits, days, version, position: position.toString() };
  },
};

function opened(
  ticket: string,
  { data, version, position }: Recorded<TicketOpened>,
): TechnicianDayRow {
  const { emergency, customer = null, site = null, name, phone, address, landmark, fault } = data;
  return {
    ticket,
    status: 'open',
    emergency,
    customer,
    site,
    name,
    phone,
    address,
    landmark,
    fault,
    responseDue: null,
    restorationDue: null,
    neededTools: [],
    neededParts: [],
    visits: [],
    days: [],
    version,
    position: position.toString(),
  };
}

function changed(event: Recorded<DayEvent>): Partial<TechnicianDayRow> {
  switch (event.type) {
    case 'IntakeCorrected':
    case 'CustomerLinked':
      return intakeShown(event);
    case 'TicketRaisedToEmergency':
      return { emergency: true };
    case 'FaultAnalysed':
      return { neededTools: event.data.tools, neededParts: event.data.parts };
    case 'SlaDeadlineSet':
    case 'SlaPaused':
    case 'SlaResumed':
    case 'SlaMet':
    case 'SlaCorrected':
    case 'TechnicianArrived':
      return dueAfter(event);
    case 'TicketResolved':
      return { status: 'resolved', responseDue: null, restorationDue: null };
    case 'ClosingUndone':
      return { status: 'resolved' };
    case 'TicketClosed':
      return { status: 'closed' };
    case 'TicketCancelled':
      return { status: 'cancelled', responseDue: null, restorationDue: null };
    case 'TicketReopened':
      return { status: 'open' };
    default:
      return {};
  }
}

function visitsAfter(visits: readonly DayVisit[], event: Recorded<DayEvent>): readonly DayVisit[] {
  const { data } = event;
  if (event.type === 'TicketResolved') {
    return visits.map((visit) => ({
      ...visit,
      progress: progressAfter(visit, event),
      resumesAt: resumesAfter(visit, event),
    }));
  }
  if (!('visit' in data)) return visits;
  if (event.type === 'VisitScheduled') return [...visits, scheduled(event.data)];
  return visits.map((visit) => (visit.visit === data.visit ? stepped(visit, event) : visit));
}

function stepped(visit: DayVisit, event: Recorded<DayEvent>): DayVisit {
  const comers = comersAfter(visit, event);
  return {
    ...visit,
    resumesAt: resumesAfter(visit, event),
    ...moved(visit, event),
    ...comers,
    others: othersAfter(visit.others, event),
    progress: progressAfter(visit, event, comers.awaitsNext),
  };
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
    others: [],
    ...at({ window }),
    progress: 'scheduled',
    ...NOBODY_CAME,
    atCustomersWish,
    delayedUntil: null,
    resumesAt: null,
    packed: null,
  };
}

function moved(visit: DayVisit, event: Recorded<DayEvent>): Partial<DayVisit> {
  switch (event.type) {
    case 'VisitRescheduled':
      if (isOfReturn(visit, event)) return backAt(visit, resumesAfter(visit, event));
      return {
        ...scheduled(event.data),
        packed: visit.technician === event.data.technician ? visit.packed : null,
      };
    case 'SupersededMoveRecorded':
      return event.data.calledOff ? at(event.data) : {};
    case 'VisitPrepared':
    case 'PreparationCorrected':
      if (event.data.technician !== undefined) return {};
      return { packed: { tools: event.data.tools, parts: event.data.parts } };
    case 'DelayNotified':
      return { delayedUntil: event.data.newArrival };
    case 'WorkSuspended':
      return backAt(visit, event.data.resumeAt);
    default:
      return {};
  }
}
