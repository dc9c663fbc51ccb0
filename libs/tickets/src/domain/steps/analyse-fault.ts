import { happened } from '@app/policy';
import { requireOwnTicket, requireTicketOfFact } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { AnalyseFault } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * V6.2: symptom and cause are thought through beforehand, by the technician who is to go, or in the
 * office. A later analysis replaces the one before.
 */
export function analyseFault(command: AnalyseFault, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  requireOwnTicket(command, open);
  inOrder(command, open);
  return [happened(command, 'FaultAnalysed', command.data, ['V6'])];
}
