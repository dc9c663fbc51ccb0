import { happened } from '@app/policy';
import { atCustomers } from '../visit/visit.preconditions.js';
import type { LeaveCard } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The customer knows whom to call when something is wrong again (V25). */
export function leaveCard(command: LeaveCard, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = atCustomers(command, ticket);
  return visit.cardLeft ? [] : [happened(command, 'CardLeft', { visit: visit.visit }, ['V25'])];
}
