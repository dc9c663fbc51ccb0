import { happened } from '@app/policy';
import type { UnassignTechnician } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { awaitsNext } from '../visit/crew.js';

/**
 * Whoever was dismissed goes to no customer any more (D7): of a visit that they were to make, and have not set
 * out for, the visit is called off and the dispatcher plans another; of one on which they were to come along,
 * they are taken off. Nobody decided on the appointment, so nothing is found of its change.
 */
export function unassignTechnician(
  command: UnassignTechnician,
  ticket: Ticket,
): readonly TicketEvent[] {
  if (ticket.status !== 'open') return [];
  const { visit: number, technician, reason } = command.data;
  const visit = ticket.visits.find((each) => each.visit === number);
  if (visit?.status !== 'scheduled' && !(visit && awaitsNext(visit))) return [];
  if (visit.technician === technician)
    return [happened(command, 'VisitCancelled', { visit: number, reason }, ['V19'])];
  if (!visit.others.includes(technician)) return [];
  return [happened(command, 'TechnicianRemoved', { visit: number, technician, reason }, ['R10'])];
}
