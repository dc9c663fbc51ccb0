import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { clocksAnew } from '../clocks/setting.js';
import { requireTicket } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { ReopenTicket } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The problem is back, or was never gone: a ticket that ended in whatever way goes on, under new deadlines (B2). */
export function reopenTicket(command: ReopenTicket, ticket: Ticket): readonly TicketEvent[] {
  const known = requireTicket(ticket);
  if (known.status === 'open') {
    throw new NotPossible('ticket-open', {
      zh: '工单未结束，无须重新打开',
      en: 'the ticket is open already',
    });
  }
  inOrder(command, known);
  return [
    happened(command, 'TicketReopened', command.data, ['R10']),
    ...clocksAnew(command, known, command.known.sla),
  ];
}
