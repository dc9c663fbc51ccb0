import { happened } from '@app/policy';
import { appointment } from '../appointment.js';
import { openTicket } from '../lookup.js';
import { inOrder } from '../order-of-steps.js';
import type { ScheduleVisit } from '../ticket.commands.js';
import type { TicketEvent } from '../ticket.events.js';
import type { Ticket } from '../ticket.state.js';

/** Somebody is to come, at an hour that suits the customer (V19). */
export function scheduleVisit(command: ScheduleVisit, ticket: Ticket): readonly TicketEvent[] {
  const open = openTicket(ticket);
  inOrder(command, open);
  const visit = open.visits.length + 1;
  return [happened(command, 'VisitScheduled', { visit, ...appointment(command, open) }, ['V19'])];
}
