import type { Instant } from '@app/kernel';
import type { Pause } from '../../domain/clocks/clock.events.js';
import {
  allDeadlines,
  deadlinesAfter,
  endsClocks,
  isOfClock,
  type Deadline,
} from '../../domain/clocks/deadline.js';
import type { RecordedTicketEvent } from '../of-ticket.js';
import type { TicketBoardRow } from './ticket-board.row.js';

type Clocks = Pick<
  TicketBoardRow,
  | 'deadlines'
  | 'earlierDeadlines'
  | 'responseDue'
  | 'restorationDue'
  | 'pausedSince'
  | 'pausedUntil'
  | 'breached'
>;

type Unmet = Pick<TicketBoardRow, 'status' | 'deadlines' | 'arrivedAt' | 'restoredAt'>;

/** What an event changes of the clocks (B2). */
export function clocksAfter(row: TicketBoardRow, event: RecordedTicketEvent): Partial<Clocks> {
  if (!isOfClock(event) && !endsClocks(event)) return {};
  const after = deadlinesAfter(row, event);
  const { response, restoration } = after.deadlines;
  const broken = allDeadlines(after).filter(({ verdict }) => verdict === 'breached');
  return {
    ...after,
    responseDue: knownDue(response),
    restorationDue: knownDue(restoration),
    ...pausedIn(restoration?.pause ?? response?.pause),
    breached: [...new Set(broken.map(({ clock }) => clock))].sort(),
  };
}

function pausedIn(pause: Pause | undefined): Pick<Clocks, 'pausedSince' | 'pausedUntil'> {
  return { pausedSince: pause?.since ?? null, pausedUntil: pause?.until ?? null };
}

/** When a clock is due; null where there is none, or where that awaits a year of the working calendar. */
function knownDue(deadline: Deadline | undefined): Instant | null {
  return deadline && deadline.awaits === undefined ? deadline.due : null;
}

/** The clocks of an open ticket whose deadline is known and still to be met, also where it has passed. */
export function unmet({ status, deadlines, arrivedAt, restoredAt }: Unmet): Deadline[] {
  if (status !== 'open') return [];
  const { response, restoration } = deadlines;
  return [arrivedAt === null && response, restoredAt === null && restoration]
    .filter((each) => each !== false && each !== undefined)
    .filter(({ verdict }) => verdict === 'running' || verdict === 'breached')
    .filter(({ pause, awaits }) => pause?.until !== null && awaits === undefined);
}

/** The earliest deadline that is still to be met; none while nothing is agreed after which a clock goes on. */
export function nextDue(row: Unmet): Instant | null {
  return (
    unmet(row)
      .map(({ due }) => due)
      .sort()[0] ?? null
  );
}

/** From when on a clock is at risk that can still be met. */
export function riskFrom(row: Unmet): Instant | null {
  const running = unmet(row).filter(({ verdict }) => verdict === 'running');
  return running.map(({ warnAt }) => warnAt).sort()[0] ?? null;
}
