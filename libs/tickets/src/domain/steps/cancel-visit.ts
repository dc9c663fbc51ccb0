import { happened } from '@app/policy';
import { openTicket, visitAt } from '../lookup.js';
import { missedAppointment } from '../missed.js';
import { inOrder } from '../order-of-steps.js';
import type { CancelVisit } from '../ticket.commands.js';
import type { TicketEvent } from '../ticket.events.js';
import type { Ticket } from '../ticket.state.js';

/** The visit is called off before anybody has come; the ticket stays open. */
export function cancelVisit(command: CancelVisit, ticket: Ticket): readonly TicketEvent[] {
  const { visit, reason } = command.data;
  const open = openTicket(ticket);
  const current = visitAt(open, visit, 'scheduled', 'departed');
  inOrder(command, current);
  return [
    happened(command, 'VisitCancelled', { visit, reason }, ['V19']),
    ...missedAppointment(command, open, current),
  ];
}
