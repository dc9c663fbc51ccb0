import { happened } from '@app/policy';
import { atCustomers } from '../visit/visit.preconditions.js';
import type { BidFarewell } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The technician takes leave of the customer and of whoever is responsible there (V26). A customer
 * who is not content keeps the technician there: the last farewell before leaving is what counts.
 */
export function bidFarewell(command: BidFarewell, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = atCustomers(command, ticket);
  const { responsiblePersonsAsked, customerContent } = command.data;
  const farewell = { visit: visit.visit, responsiblePersonsAsked, customerContent };
  return [happened(command, 'FarewellMade', farewell, ['V26'])];
}
