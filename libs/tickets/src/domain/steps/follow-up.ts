import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { clocksAnew } from '../clocks/setting.js';
import { requireTicket } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { FollowUp } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The customer is asked afterwards, by phone, visit or letter (R6). One who is not content gets
 * their ticket reopened at once, under new deadlines (B2): that is what the card left behind has promised (V25).
 */
export function followUp(command: FollowUp, ticket: Ticket): readonly TicketEvent[] {
  const known = requireTicket(ticket);
  const { status } = known;
  if (status !== 'resolved' && status !== 'closed') {
    throw new NotPossible('nothing-to-follow-up', {
      zh: '工单尚未解决，无从回访',
      en: 'only a ticket that was resolved or closed is followed up',
    });
  }
  inOrder(command, known);
  const made = happened(command, 'FollowUpMade', command.data, ['R6', 'V25']);
  if (command.data.satisfied) return [made];
  inOrder({ ...command, type: 'ReopenTicket' }, known);
  return [
    made,
    happened(command, 'TicketReopened', { reason: command.data.answer }, ['R6', 'V25']),
    ...clocksAnew(command, known, command.known.sla),
  ];
}
