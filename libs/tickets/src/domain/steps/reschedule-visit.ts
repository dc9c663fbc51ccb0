import { findingsAfter, withdrawFindings } from '@app/findings';
import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { appointment, disturbingAppointment, isOver } from '../visit/appointment.js';
import {
  notBefore,
  requireTicket,
  requireTicketOfFact,
  visitAt,
  visitOf,
} from '../ticket/preconditions.js';
import { promiseOf } from '../visit/new-hour.js';
import {
  asTold,
  changedAppointment,
  changedBefore,
  enteredLater,
  missDisproved,
} from '../visit/changed-appointment.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { awaitsNext } from '../visit/crew.js';
import { awaitedReturn, awaitsReturn } from '../visit/moved-return.js';
import type { RescheduleVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent, VisitRescheduled } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { replanned } from '../visit/replanned.js';
import { movedAgainAt, requireChange, supersededMove } from '../visit/superseded-move.js';
import { stillStanding } from '../visit/standing-appointment.js';
import { duties } from './leave-site.js';
import { brokenOffAt, hasArrived, hasLeft, type Visit } from '../visit/visit.state.js';

/**
 * Another hour, or somebody else: also for one who set out and had to turn back. Of the return to work
 * that was interrupted, another hour; of one to which somebody came who had been replaced, of the next. Told late, the visit may have been made since, or be held to have been
 * missed; moved again or called off since, it changes nothing now.
 */
export function rescheduleVisit(asked: RescheduleVisit, ticket: Ticket): readonly TicketEvent[] {
  const command = asTold(asked, promisedOf(asked, ticket));
  const open = requireTicketOfFact(command, ticket);
  const { visit, reason, told } = command.data;
  const known = visitOf(open, visit);
  const ofReturn = isOfReturn(command, known);
  const followedAt = movedAgainAt(command, known, ofReturn);
  if (followedAt !== undefined)
    return supersededMove(command, open, { visit: known, followedAt, ofReturn });
  const current = movable(command, open);
  inOrder(command, current);
  const next = appointment(command, open);
  const another = awaitsNext(current);
  if (!another) requireSameOfReturn(current, next.technician, ofReturn);
  const promised = promiseOf(current, ofReturn ? command.occurredAt : undefined);
  requireChange(next, { ...promised.window, technician: current.technician });
  const made = hasArrived(current) && !another && !(ofReturn && isToCome(command, open, current));
  const moved = happened(
    command,
    'VisitRescheduled',
    {
      visit,
      ...next,
      ...(made && { unbooked: true }),
      ...(ofReturn && { ofReturn }),
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
    ...stillToCome(command, open, replanned(current, moved), moved),
  ];
}

/** The visit with what the customer was told of it last. */
function promisedOf({ data: { visit } }: RescheduleVisit, ticket: Ticket): Visit {
  const known = visitOf(requireTicket(ticket), visit);
  return promiseOf(known);
}

/**
 * Whoever had not heard of it found nobody, or did nothing, and has gone: the appointment stands, and what is owed at
 * the end of a visit they did not owe (V7).
 */
function stillToCome(
  command: RescheduleVisit,
  open: OpenedTicket,
  made: Visit,
  moved: VisitRescheduled,
): TicketEvent[] {
  if (!hasLeft(made) && made.status !== 'absent') return [];
  const standing = stillStanding(command, open, made, made.leftAt);
  if (standing.length === 0) return [];
  const owed = { rules: duties, place: { visit: made.visit }, since: made.arrivedAt };
  return [...standing, ...withdrawFindings(command, open, owed, moved)];
}

/** What can be moved yet; told late, whatever was moved before it was made or missed. */
function movable(command: RescheduleVisit, open: OpenedTicket): Visit {
  const { visit } = command.data;
  const known = visitOf(open, visit);
  if (known.status === 'away' && !changedBefore(command, known))
    notBefore(command, known.suspension.since);
  return changedBefore(command, known) || awaitsNext(known) || isOfReturn(command, known)
    ? known
    : visitAt(open, visit, 'scheduled', 'departed');
}

/** What is moved is the hour at which somebody comes back to work that was interrupted (V19). */
function isOfReturn(command: RescheduleVisit, visit: Visit): boolean {
  return awaitsReturn(visit, command.occurredAt) || awaitedReturn(command, visit);
}

/** Nobody has come back yet; told late, nor is that hour over, where nobody was known to have come before. */
function isToCome(command: RescheduleVisit, { status }: OpenedTicket, visit: Visit): boolean {
  if (awaitsReturn(visit, command.occurredAt)) return true;
  return brokenOffAt(visit) !== undefined && status === 'open' && !isOver(command);
}

/**
 * @throws NotPossible `return-is-theirs` whoever left is who comes back; somebody else makes a visit of their own
 * @throws NotPossible `somebody-came` told late, it names another than who has come since
 */
function requireSameOfReturn(visit: Visit, next: string, ofReturn: boolean): void {
  if (!hasArrived(visit) || next === visit.technician) return;
  if (ofReturn) {
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
