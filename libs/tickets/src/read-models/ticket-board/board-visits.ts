import type { Instant } from '@app/kernel';
import { progressAfter } from '../visit-progress.js';
import type { RecordedTicketEvent } from '../of-ticket.js';
import type { BoardVisit, TicketBoardRow } from './ticket-board.row.js';

type VisitColumns = Pick<
  TicketBoardRow,
  'visits' | 'technicians' | 'nextVisitFrom' | 'nextVisitUntil' | 'pausedSince'
>;

/** The columns that speak of visits, after an event of one; nothing when the event is of none. */
export function visitsAfter(
  row: TicketBoardRow,
  event: RecordedTicketEvent,
): Partial<VisitColumns> {
  if (!('visit' in event.data) || event.data.visit === undefined) return {};
  const visits = evolved(row.visits, event, event.data.visit);
  const next = visits
    .filter(({ progress }) => progress === 'scheduled' || progress === 'departed')
    .sort((a, b) => (a.window.from < b.window.from ? -1 : 1))[0];
  return {
    visits,
    pausedSince: held(visits).sort()[0] ?? null,
    technicians: [...new Set(visits.filter(going).map(({ technician }) => technician))],
    nextVisitFrom: next?.window.from ?? null,
    nextVisitUntil: next?.window.until ?? null,
  };
}

function evolved(
  visits: readonly BoardVisit[],
  event: RecordedTicketEvent,
  visit: number,
): BoardVisit[] {
  if (event.type === 'VisitScheduled') {
    const { technician, window } = event.data;
    const nothing = { heldUpSince: null, repairedAt: null };
    return [...visits, { visit, technician, window, progress: 'scheduled', ...nothing }];
  }
  return visits.map((each) =>
    each.visit === visit
      ? { ...each, ...moved(each, event), progress: progressAfter(each.progress, event.type) }
      : each,
  );
}

function moved({ repairedAt }: BoardVisit, event: RecordedTicketEvent): Partial<BoardVisit> {
  switch (event.type) {
    case 'VisitRescheduled': {
      const { technician, window } = event.data;
      return { technician, window, heldUpSince: null };
    }
    case 'WorkSuspended':
      return { heldUpSince: event.data.customerSide ? event.occurredAt : null };
    case 'WorkResumed':
      return { heldUpSince: null };
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

function held(visits: readonly BoardVisit[]): Instant[] {
  return visits.flatMap(({ heldUpSince }) => heldUpSince ?? []);
}

function going({ progress }: BoardVisit): boolean {
  return progress !== 'cancelled';
}
