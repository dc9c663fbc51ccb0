import type { Instant } from '@app/kernel';
import type { RecordedTicketEvent } from '../of-ticket.js';
import type { TicketBoardRow } from './ticket-board.row.js';

type PauseColumns = Pick<TicketBoardRow, 'pausedSince' | 'pausedUntil'>;

const RUNNING: PauseColumns = { pausedSince: null, pausedUntil: null };

/** Whether the restoration clock stands still after an event, since when, and until which agreed hour (V19). */
export function pauseAfter(
  { visits }: TicketBoardRow,
  event: RecordedTicketEvent,
): Partial<PauseColumns> {
  switch (event.type) {
    case 'WorkSuspended': {
      const { visit, customerSide, resumeAt } = event.data;
      if (visits.some((each) => each.visit !== visit && each.progress === 'working'))
        return RUNNING;
      return customerSide ? { pausedSince: event.occurredAt, pausedUntil: resumeAt } : {};
    }
    case 'WorkStarted':
    case 'WorkResumed':
    case 'RepairCompleted':
    case 'TicketResolved':
    case 'TicketCancelled':
      return RUNNING;
    default:
      return {};
  }
}

/** What the restoration clock shows: it stands still until the agreed hour, and is late by as much afterwards. */
export function clockAt(now: Instant, { pausedSince, pausedUntil }: PauseColumns): Instant {
  if (pausedSince === null || pausedUntil === null) return now;
  if (now < pausedUntil) return pausedSince;
  const stood = Date.parse(pausedUntil) - Date.parse(pausedSince);
  return new Date(Date.parse(now) - stood).toISOString();
}
