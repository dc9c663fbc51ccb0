import { happened } from '@app/policy';
import { appointment, disturbingAppointment, isOver } from '../visit/appointment.js';
import { requireOpenTicket, requireTicketOpenThen } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { ScheduleVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** Somebody is to come, at an hour that suits the customer (V19); told when that is over, they were to. */
export function scheduleVisit(command: ScheduleVisit, ticket: Ticket): readonly TicketEvent[] {
  const open = isOver(command) ? requireTicketOpenThen(command, ticket) : requireOpenTicket(ticket);
  inOrder(command, open);
  const visit = open.visits.length + 1;
  return [
    happened(command, 'VisitScheduled', { visit, ...appointment(command, open) }, ['V19']),
    ...disturbingAppointment(command, open, visit),
  ];
}
