import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { appointment } from '../visit/appointment.js';
import { requireOpenTicket, visitAt } from '../ticket/preconditions.js';
import { changedAppointment } from '../visit/changed-appointment.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { RescheduleVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** Another hour, or somebody else: also for one who set out and had to turn back. */
export function rescheduleVisit(command: RescheduleVisit, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const { visit, reason, told } = command.data;
  const current = visitAt(open, visit, 'scheduled', 'departed');
  inOrder(command, current);
  const next = appointment(command, open);
  const { from, until } = current.window;
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
    ...changedAppointment(command, open, current),
  ];
}
