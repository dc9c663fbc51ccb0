import { fen, Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { kept } from '../visit/money.js';
import { withMoney } from '../visit/visit.preconditions.js';
import type { RefundCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * Money goes back to the customer, with a receipt of its own (V23). It is not owed again.
 *
 * @throws Invalid `nothing-refunded` · `refund-above-collected`, pointing at `/amount`
 */
export function refundCharge(command: RefundCharge, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = withMoney(command, ticket);
  const { actor, data } = command;
  if (fen(data.amount) <= 0n) {
    const says = { zh: '退款金额须大于零', en: 'the amount must be above zero' };
    throw new Invalid('nothing-refunded', says, '/amount');
  }
  if (fen(data.amount) > kept(visit.money)) {
    const says = { zh: '退款金额超过已收金额', en: 'the amount exceeds what was collected' };
    throw new Invalid('refund-above-collected', says, '/amount', 'V23');
  }
  const refund = { ...data, refundedBy: actor.onBehalfOf ?? actor.id };
  return [happened(command, 'ChargeRefunded', refund, ['V23'])];
}
