import { happened } from '@app/policy';
import { sinceArrival } from '../visit/visit.preconditions.js';
import type { HandOverCustomerCopy } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The customer keeps their copy of the service order (V24). */
export function handOverCustomerCopy(
  command: HandOverCustomerCopy,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { visit } = sinceArrival(command, ticket);
  if (visit.customerCopy) return [];
  return [happened(command, 'CustomerCopyHandedOver', { visit: visit.visit }, ['V24'])];
}
