import type { Instant } from '@app/kernel';
import { moneyAfter, NO_MONEY } from '../money-owed.js';
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
    const planned = { visit, technician, window, progress: 'scheduled' as const };
    return [...visits, { ...planned, heldUpSince: null, money: NO_MONEY }];
  }
  return visits.map((each) =>
    each.visit === visit
      ? {
          ...each,
          ...moved(event),
          progress: progressAfter(each.progress, event.type),
          money: moneyAfter(each.money, event),
        }
      : each,
  );
}

function moved(event: RecordedTicketEvent): Partial<BoardVisit> {
  switch (event.type) {
    case 'VisitRescheduled': {
      const { technician, window } = event.data;
      return { technician, window, heldUpSince: null };
    }
    case 'WorkSuspended':
      return { heldUpSince: event.data.customerSide ? event.occurredAt : null };
    case 'WorkResumed':
      return { heldUpSince: null };
    default:
      return {};
  }
}

function held(visits: readonly BoardVisit[]): Instant[] {
  return visits.flatMap(({ heldUpSince }) => heldUpSince ?? []);
}

function going({ progress }: BoardVisit): boolean {
  return progress !== 'cancelled';
}
