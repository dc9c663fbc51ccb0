import { findingsAfter } from '@app/findings';
import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { appointment, disturbingAppointment } from '../visit/appointment.js';
import { notBefore, requireTicketOfFact, visitAt, visitOf } from '../ticket/preconditions.js';
import { promiseOf } from '../visit/new-hour.js';
import {
  changedAppointment,
  changedBefore,
  enteredLater,
  missDisproved,
} from '../visit/changed-appointment.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { awaitsNext } from '../visit/crew.js';
import type { RescheduleVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { replanned } from '../visit/replanned.js';
import { stillStanding } from '../visit/standing-appointment.js';
import { hasArrived, hasLeft, type Visit } from '../visit/visit.state.js';

/**
 * Another hour, or somebody else: also for one who set out and had to turn back. Of the return to work
 * that was interrupted, another hour; of one to which somebody came who had been replaced, of the next. Told late, the visit may have been made since, or be held to have been
 * missed.
 */
export function rescheduleVisit(command: RescheduleVisit, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  const { visit, reason, told } = command.data;
  const current = movable(command, open);
  inOrder(command, current);
  if (current.status === 'away') notBefore(command, current.suspension.since);
  const next = appointment(command, open);
  const another = awaitsNext(current);
  if (!another) requireSameOfReturn(current, next.technician);
  const promised = promiseOf(current);
  const { from, until } = promised.window;
  if (
    next.technician === current.technician &&
    next.window.from === from &&
    next.window.until === until
  ) {
    throw new NotPossible('nothing-rescheduled', {
      zh: '时段与技术员均未改变',
      en: 'neither the window nor the technician is another',
    });
  }
  const made = hasArrived(current) && current.status !== 'away' && !another;
  const moved = happened(
    command,
    'VisitRescheduled',
    {
      visit,
      ...next,
      ...(made && { unbooked: true }),
      ...enteredLater(command),
      reason,
      ...(told && { told }),
    },
    ['V19'],
  );
  const disturbing = disturbingAppointment(command, open, visit);
  const findings = disturbing.reduce<typeof open.findings>(findingsAfter, open.findings);
  return [
    moved,
    ...disturbing,
    ...changedAppointment(command, { ...open, findings }, promised),
    ...missDisproved(command, open, current, moved),
    ...stillToCome(command, open, replanned(current, moved)),
  ];
}

/** Whoever had not heard of it found nobody, or did nothing, and has gone: the appointment stands. */
function stillToCome(command: RescheduleVisit, open: OpenedTicket, made: Visit): TicketEvent[] {
  return hasLeft(made) || made.status === 'absent'
    ? stillStanding(command, open, made, made.leftAt)
    : [];
}

/** What can be moved yet; told late, whatever was moved before it was made or missed. */
function movable(command: RescheduleVisit, open: OpenedTicket): Visit {
  const { visit } = command.data;
  const known = visitOf(open, visit);
  return changedBefore(command, known) || awaitsNext(known)
    ? known
    : visitAt(open, visit, 'scheduled', 'departed', 'away');
}

/**
 * @throws NotPossible `return-is-theirs` whoever left is who comes back; somebody else makes a visit of their own
 * @throws NotPossible `somebody-came` told late, it names another than who has come since
 */
function requireSameOfReturn(visit: Visit, next: string): void {
  if (!hasArrived(visit) || next === visit.technician) return;
  if (visit.status === 'away') {
    throw new NotPossible(
      'return-is-theirs',
      {
        zh: '中断的维修由原技术员返回继续；改派他人须另约上门',
        en: 'whoever interrupted the work comes back to it; for somebody else another visit is planned',
      },
      '/technician',
    );
  }
  throw new NotPossible(
    'somebody-came',
    {
      zh: `技术员${visit.technician}已上门，不能补记为改派他人`,
      en: `${visit.technician} has come since; the visit cannot be said to have been another's`,
    },
    '/technician',
  );
}
