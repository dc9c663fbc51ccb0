import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { sinceArrival } from '../visit/visit.preconditions.js';
import type { HandOverCustomerCopy } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The customer keeps their copy of the service order (V24); a new one where the record has gone on since. */
export function handOverCustomerCopy(
  command: HandOverCustomerCopy,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { visit } = sinceArrival(command, ticket);
  const stale = broken([found.copyFollowsTheWork, found.copyFollowsTheSignature], visit);
  if (visit.customerCopy && stale.length === 0) return [];
  return [happened(command, 'CustomerCopyHandedOver', { visit: visit.visit }, ['V24'])];
}
