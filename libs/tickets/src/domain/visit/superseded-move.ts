import { withdrawFindings } from '@app/findings';
import { NotPossible, type Instant, type Span } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import type { RescheduleVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import { appointment } from './appointment.js';
import { changedAppointment } from './changed-appointment.js';
import { movedAfter } from './promised.js';
import type { Visit } from './visit.state.js';

/** A move that is history. */
interface Superseded {
  readonly visit: Visit;
  /** When the visit was moved again. */
  readonly followedAt: Instant;
  /** What was moved is the return to work that was interrupted. */
  readonly ofReturn: boolean;
}

/** When what is moved was moved again, where this is told only after that; undefined: it was not. */
export function movedAgainAt(
  command: RescheduleVisit,
  visit: Visit,
  ofReturn: boolean,
): Instant | undefined {
  const { occurredAt } = command;
  if (!toldLate(command)) return undefined;
  if (!ofReturn) return movedAfter(visit, occurredAt);
  const { VisitRescheduled: last = '' } = visit.stepsAt;
  return occurredAt < last ? last : undefined;
}

/**
 * A move that is told after the next one: it happened, and what holds now stays as it is. How the customer learned of it
 * is judged by what they had been promised then, while that could still be kept; and nobody failed to come by an hour
 * that had been moved before it was over (V7). It disturbed nobody: nobody was to come by it in the end (V19).
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
    },
    ['V19'],
  );
  // What a return had been promised to be before is not known any more.
  if (ofReturn || command.occurredAt > before.expectedBy) return [moved];
  const until = open.findings.filter(({ foundAt }) => foundAt <= followedAt);
  const miss = { rules: [found.appointmentIsKept], place: { visit: visit.visit } };
  const kept = followedAt <= next.window.until;
  return [
    moved,
    ...changedAppointment(command, open, before),
    ...(kept ? withdrawFindings(command, { findings: until }, miss, moved) : []),
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
