import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { appointment } from '../visit/appointment.js';
import { notBefore, requireOpenTicket, visitAt } from '../ticket/preconditions.js';
import { promiseOf } from '../visit/new-hour.js';
import { changedAppointment } from '../visit/changed-appointment.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { RescheduleVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { Visit } from '../visit/visit.state.js';

/**
 * Another hour, or somebody else: also for one who set out and had to turn back. Of the return to work
 * that was interrupted, another hour.
 */
export function rescheduleVisit(command: RescheduleVisit, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const { visit, reason, told } = command.data;
  const current = visitAt(open, visit, 'scheduled', 'departed', 'away');
  inOrder(command, current);
  if (current.status === 'away') notBefore(command, current.suspension.since);
  const next = appointment(command, open);
  requireSameOfReturn(current, next.technician);
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
  return [
    happened(command, 'VisitRescheduled', { visit, ...next, reason, ...(told && { told }) }, [
      'V19',
    ]),
    ...changedAppointment(command, open, promised),
  ];
}

/** @throws NotPossible `return-is-theirs` whoever left is who comes back; somebody else makes a visit of their own */
function requireSameOfReturn({ status, technician }: Visit, next: string): void {
  if (status !== 'away' || next === technician) return;
  throw new NotPossible(
    'return-is-theirs',
    {
      zh: '中断的维修由原技术员返回继续；改派他人须另约上门',
      en: 'whoever interrupted the work comes back to it; for somebody else another visit is planned',
    },
    '/technician',
  );
}
