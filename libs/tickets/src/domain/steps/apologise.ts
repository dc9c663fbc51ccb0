import { happened } from '@app/policy';
import { sinceArrival } from '../visit/visit.preconditions.js';
import type { Apologise } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The company is sorry for the trouble that its product has made (V27). */
export function apologise(command: Apologise, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = sinceArrival(command, ticket);
  return visit.apologised
    ? []
    : [happened(command, 'ApologyMade', { visit: visit.visit }, ['V27'])];
}
