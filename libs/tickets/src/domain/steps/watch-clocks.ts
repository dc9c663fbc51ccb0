import type { TicketEvent } from '../ticket/ticket.events.js';

/**
 * A moment has come at which a clock may have something to say (B2). What it is, the decider finds
 * before every step, from the ticket as it is then; the step itself does nothing more.
 */
export function watchClocks(): readonly TicketEvent[] {
  return [];
}
