import { withdrawFindings } from '@app/findings';
import { minutesBetween, notBefore, NotPossible, type Instant, type Span } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import type { RescheduleVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { appointment } from './appointment.js';
import { changedAppointment } from './changed-appointment.js';
import { movedAfter } from './promised.js';
import type { Visit } from './visit.state.js';

/** So far two clocks may differ, in minutes: what is dated so little before the last move is not told of the past. */
const CLOCKS_DIFFER = 2;

/** A move that is history. */
interface Superseded {
  readonly visit: Visit;
  /** When the visit was moved again, or called off. */
  readonly followedAt: Instant;
  /** What was moved is the return to work that was interrupted. */
  readonly ofReturn: boolean;
}

/**
 * When what is moved was moved again, or called off, where this is told only after that; undefined: it was not. However
 * soon it is told, nothing of a move can be prevented that another has followed.
 */
export function movedAgainAt(
  command: RescheduleVisit,
  visit: Visit,
  ofReturn: boolean,
): Instant | undefined {
  const { occurredAt, receivedAt = occurredAt } = command;
  if (!toldLate(command) && minutesBetween(occurredAt, receivedAt) <= CLOCKS_DIFFER)
    return undefined;
  if (!ofReturn) return movedAfter(visit, occurredAt) ?? calledOffAfter(visit, occurredAt);
  const { VisitRescheduled: last = '' } = visit.stepsAt;
  return occurredAt < last ? last : undefined;
}

function calledOffAfter(visit: Visit, at: Instant): Instant | undefined {
  return visit.status === 'cancelled' && at < visit.calledOffAt ? visit.calledOffAt : undefined;
}

/**
 * A move that is told after the next one, or after the visit was called off: it happened, and what holds now stays as it is. How the customer learned of it
 * is judged by what they had been promised then, while that could still be kept; nobody failed to come by an hour
 * that had been moved before it was over, nor was what followed told too late before that hour (V7). It disturbed nobody: nobody was to come by it in the end (V19).
 *
 * @throws what `appointment` and `changedAppointment` throw
 * @throws NotPossible `nothing-rescheduled` the hour was that one already
 */
export function supersededMove(
  command: RescheduleVisit,
  open: OpenedTicket,
  { visit, followedAt, ofReturn }: Superseded,
): readonly TicketEvent[] {
  const { reason, told, technician = visit.technician } = command.data;
  notBefore(command, visit.stepsAt.VisitScheduled);
  const { unbooked: _, ...next } = appointment(command, open, true);
  const before = promisedThen(visit, command.occurredAt);
  if (!ofReturn)
    requireChange({ ...next, technician }, { ...before.window, technician: visit.technician });
  const moved = happened(
    command,
    'SupersededMoveRecorded',
    {
      visit: visit.visit,
      ...next,
      ...(ofReturn && { ofReturn }),
      reason,
      ...(told && { told }),
      followedAt,
      ...(calledOffAfter(visit, command.occurredAt) === followedAt && { calledOff: true }),
    },
    ['V19'],
  );
  // What a return had been promised to be before is not known any more.
  if (ofReturn || command.occurredAt > before.expectedBy) return [moved];
  const until = open.findings.filter(({ foundAt }) => foundAt <= followedAt);
  const { from, until: by } = next.window;
  const rules = [
    ...(followedAt <= by ? [found.appointmentIsKept] : []),
    ...(followedAt <= from ? [found.changeIsToldInTime] : []),
  ];
  const disproved = { rules, place: { visit: visit.visit } };
  return [
    moved,
    ...changedAppointment(command, open, before),
    ...withdrawFindings(command, { findings: until }, disproved, moved),
  ];
}

/** What the customer had been promised of it by then. */
function promisedThen(visit: Visit, at: Instant): Visit {
  const { window, expectedBy } = visit.earlier?.find(({ until }) => at < until) ?? visit;
  return { ...visit, window, expectedBy };
}

/** @throws NotPossible `nothing-rescheduled` */
export function requireChange(
  { technician, window }: { readonly technician: string; readonly window: Span },
  before: Span & { readonly technician: string },
): void {
  const same = window.from === before.from && window.until === before.until;
  if (technician !== before.technician || !same) return;
  throw new NotPossible('nothing-rescheduled', {
    zh: '时段与技术员均未改变',
    en: 'neither the window nor the technician is another',
  });
}
