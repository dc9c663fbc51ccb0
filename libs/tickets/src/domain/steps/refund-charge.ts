import { fen, Invalid, type Yuan } from '@app/kernel';
import { happened } from '@app/policy';
import { billAt, dueBack, kept } from '../visit/money.js';
import { notBefore } from '../ticket/preconditions.js';
import { withMoney } from '../visit/visit.preconditions.js';
import type { RefundCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * Money goes back to the customer, with a receipt of its own (V23), at most what was collected. What of it was due back,
 * as it had not been owed, pays for nothing that is charged later; the rest is not owed again.
 *
 * @throws Invalid `nothing-refunded` · `refund-above-collected`, pointing at `/amount`
 */
export function refundCharge(command: RefundCharge, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = withMoney(command, ticket);
  notBefore(command, visit.firstAt.ChargeCollected);
  const { actor, data } = command;
  if (fen(data.amount) <= 0n) {
    const says = { zh: '退款金额须大于零', en: 'the amount must be above zero' };
    throw new Invalid('nothing-refunded', says, '/amount');
  }
  if (fen(data.amount) > kept(visit.money)) {
    const says = { zh: '退款金额超过已收金额', en: 'the amount exceeds what was collected' };
    throw new Invalid('refund-above-collected', says, '/amount', 'V23');
  }
  const overpaid = ofNotOwed(data.amount, dueBack(billAt(open, visit)));
  const refundedBy = actor.onBehalfOf ?? actor.id;
  const refund = { ...data, ...(fen(overpaid) > 0n && { overpaid }), refundedBy };
  return [happened(command, 'ChargeRefunded', refund, ['V23'])];
}

function ofNotOwed(amount: Yuan, back: Yuan): Yuan {
  return fen(amount) < fen(back) ? amount : back;
}
