import { happened } from '@app/policy';
import { requireOpenTicket, visitAt } from '../ticket/preconditions.js';
import { changedAppointment } from '../visit/changed-appointment.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { CancelVisit } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The visit is called off before anybody has come; the ticket stays open, and the customer is told (V7). */
export function cancelVisit(command: CancelVisit, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = command.data;
  const open = requireOpenTicket(ticket);
  const current = visitAt(open, visit, 'scheduled', 'departed');
  inOrder(command, current);
  return [
    happened(command, 'VisitCancelled', command.data, ['V19']),
    ...changedAppointment(command, open, current),
  ];
}
