import type { DailySpan } from '@app/kernel';
import type { KnownQuietHours } from '../ticket/ticket.commands.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/** The customer's rest and meal hours: those of their file as it is now, else those of the call (V19). */
export function restHours(
  { quietHours }: KnownQuietHours,
  ticket: Pick<OpenedTicket, 'quietHours'>,
): readonly DailySpan[] {
  return quietHours ?? ticket.quietHours;
}
