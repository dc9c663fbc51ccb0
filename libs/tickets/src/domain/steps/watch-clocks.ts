import { yearsPublished } from '../clocks/published-years.js';
import type { WatchClocks } from '../clocks/clock.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * A moment has come at which a clock may have something to say (B2). What it is, the decider finds
 * before every step, from the ticket as it is then; the step itself takes up the years of the working
 * calendar for which a clock waits, and that are published now.
 */
export function watchClocks(command: WatchClocks, ticket: Ticket): readonly TicketEvent[] {
  return ticket.status === 'none' ? [] : yearsPublished(command, ticket);
}
