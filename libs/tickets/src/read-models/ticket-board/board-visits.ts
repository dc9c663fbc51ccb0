import type { Instant } from '@app/kernel';
import { moneyAfter, NO_MONEY } from '../money-owed.js';
import { crewOf } from '../../domain/visit/crew.js';
import { comersAfter, NOBODY_CAME } from '../comers.js';
import { othersAfter } from '../others-after.js';
import { isOfReturn, resumesAfter } from '../resumes-at.js';
import { progressAfter } from '../visit-progress.js';
import type { RecordedTicketEvent } from '../of-ticket.js';
import type { BoardVisit, TicketBoardRow } from './ticket-board.row.js';

type VisitColumns = Pick<
  TicketBoardRow,
  'visits' | 'technicians' | 'nextVisitFrom' | 'nextVisitUntil' | 'nextReturnAt'
>;

/** The columns that speak of visits, after an event of one; nothing when the event is of none. */
export function visitsAfter(
  row: TicketBoardRow,
  event: RecordedTicketEvent,
): Partial<VisitColumns> {
  if (event.type !== 'TicketResolved' && !('visit' in event.data)) return {};
  const visits = evolved(row.visits, event);
  const next = visits.filter(isToCome).sort((a, b) => (a.window.from < b.window.from ? -1 : 1))[0];
  return {
    visits,
    technicians: [...new Set(visits.filter(going).flatMap(crewOf))],
    nextVisitFrom: next?.window.from ?? null,
    nextVisitUntil: next?.window.until ?? null,
    nextReturnAt: nextReturn(visits),
  };
}

/** The earliest hour at which somebody comes back to work that was left for it. */
function nextReturn(visits: readonly BoardVisit[]): Instant | null {
  const hours = visits.flatMap(({ progress, resumesAt }) =>
    progress === 'away' && resumesAt !== null ? [resumesAt] : [],
  );
  return hours.sort()[0] ?? null;
}

function evolved(visits: readonly BoardVisit[], event: RecordedTicketEvent): readonly BoardVisit[] {
  if (event.type === 'TicketResolved') {
    return visits.map((each) => ({
      ...each,
      progress: progressAfter(each, event),
      resumesAt: resumesAfter(each, event),
    }));
  }
  if (!('visit' in event.data)) return visits;
  const { visit } = event.data;
  if (event.type === 'VisitScheduled') {
    const { visit, technician, window } = event.data;
    const planned = { visit, technician, others: [], window, progress: 'scheduled' as const };
    const nothingYet = { ...NOBODY_CAME, arrivedAt: null, resumesAt: null, repairedAt: null };
    return [...visits, { ...planned, ...nothingYet, money: NO_MONEY }];
  }
  return visits.map((each) => (each.visit === visit ? stepped(each, event) : each));
}

function stepped(visit: BoardVisit, event: RecordedTicketEvent): BoardVisit {
  const comers = comersAfter(visit, event);
  const progress = progressAfter(visit, event, comers.awaitsNext);
  return {
    ...visit,
    ...moved(visit, event),
    ...comers,
    resumesAt: resumesAfter(visit, event),
    others: othersAfter(visit.others, event),
    progress,
    money: moneyAfter(visit.money, event),
  };
}

function moved(
  { arrivedAt, repairedAt, progress }: BoardVisit,
  event: RecordedTicketEvent,
): Partial<BoardVisit> {
  switch (event.type) {
    case 'VisitRescheduled': {
      const { technician, window } = event.data;
      return isOfReturn({ progress }, event) ? {} : { technician, window };
    }
    case 'SupersededMoveRecorded':
      return event.data.calledOff ? { window: event.data.window } : {};
    case 'TechnicianArrived':
      return { arrivedAt: arrivedAt ?? event.occurredAt };
    case 'CustomerAbsent':
      return event.data.stands ? { arrivedAt: null } : {};
    case 'RepairCompleted':
      return { repairedAt: [event.occurredAt, repairedAt ?? ''].sort().at(-1)! };
    default:
      return {};
  }
}

/** The customer was not there at the last visit that was made, and no other has been agreed since. */
export function awaitsAppointment({
  status,
  visits,
}: Pick<TicketBoardRow, 'status' | 'visits'>): boolean {
  const called = ['cancelled', 'no-show'];
  const last = visits.filter(({ progress }) => !called.includes(progress)).at(-1);
  return status === 'open' && last?.progress === 'absent';
}

/** Nobody has arrived at it yet. */
export function isToCome({ progress }: BoardVisit): boolean {
  return progress === 'scheduled' || progress === 'departed';
}

function going({ progress }: BoardVisit): boolean {
  return progress !== 'cancelled';
}
