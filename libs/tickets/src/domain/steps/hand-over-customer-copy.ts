import { happened } from '@app/policy';
import { sinceArrival } from '../on-site.js';
import type { HandOverCustomerCopy } from '../ticket.commands.js';
import type { TicketEvent } from '../ticket.events.js';
import type { Ticket } from '../ticket.state.js';

/** The customer keeps their copy of the service order (V24). */
export function handOverCustomerCopy(
  command: HandOverCustomerCopy,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { visit } = sinceArrival(command, ticket);
  if (visit.customerCopy) return [];
  return [happened(command, 'CustomerCopyHandedOver', { visit: visit.visit }, ['V24'])];
}
