import { NotPossible } from '@app/kernel';
import { underOtherTerms } from '../clocks/setting.js';
import type { ApplyTerms } from '../clocks/clock.commands.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { requireOpenTicket } from '../ticket/preconditions.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * Changed terms change no running clock by themselves: a supervisor decides that those that the
 * customer has now judge this ticket's, from the call on, and says why (B2).
 *
 * @throws NotPossible `terms-apply-already` no clock runs, or those that do are under these terms
 */
export function applyTerms(command: ApplyTerms, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  inOrder(command, open);
  const set = underOtherTerms(command, open, command.known.sla, command.data.reason);
  if (set.length > 0) return set;
  throw new NotPossible('terms-apply-already', {
    zh: '没有正在计时的时限需要改用现行约定',
    en: 'no clock runs that is not under these terms already',
  });
}
