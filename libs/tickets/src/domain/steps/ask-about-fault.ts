import { happened } from '@app/policy';
import { atCustomers } from '../visit/visit.preconditions.js';
import type { AskAboutFault } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The customer is asked about the fault, and what they say is kept in their words (V11), as often as they say more. */
export function askAboutFault(command: AskAboutFault, ticket: Ticket): readonly TicketEvent[] {
  atCustomers(command, ticket);
  return [happened(command, 'FaultDescribed', command.data, ['V11'])];
}
