import { reopenVerdict as reopen } from '@app/findings';
import { requireTicket } from '../ticket/preconditions.js';
import type { ReopenVerdict } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** An appeal is heard whatever the ticket's status: a closed one stays closed meanwhile (R10). */
export function reopenVerdict(command: ReopenVerdict, ticket: Ticket): readonly TicketEvent[] {
  return reopen(command, requireTicket(ticket));
}
