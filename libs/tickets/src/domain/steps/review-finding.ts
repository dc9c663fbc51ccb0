import { reviewFinding as review } from '@app/findings';
import { requireTicket } from '../ticket/preconditions.js';
import type { ReviewFinding } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** A finding is reviewed on the ticket whatever its status: also when it was closed or cancelled. */
export function reviewFinding(command: ReviewFinding, ticket: Ticket): readonly TicketEvent[] {
  return review(command, requireTicket(ticket));
}
