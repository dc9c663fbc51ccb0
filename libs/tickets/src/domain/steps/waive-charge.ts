import { fen, Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { billAt, due } from '../visit/money.js';
import { chargedOn } from '../visit/visit.preconditions.js';
import type { WaiveCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * A supervisor lets the customer off part of the charge or all of it, and says why (V23). Where it
 * was paid already, it is to be refunded.
 *
 * @throws Invalid `nothing-waived` · `waived-above-charge`, pointing at `/amount`
 */
export function waiveCharge(command: WaiveCharge, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = chargedOn(command, ticket);
  const { amount } = command.data;
  if (fen(amount) <= 0n) {
    const says = { zh: '免收金额须大于零', en: 'the amount must be above zero' };
    throw new Invalid('nothing-waived', says, '/amount');
  }
  if (fen(amount) > fen(due(billAt(open, visit)))) {
    const says = { zh: '免收金额超过应收金额', en: 'the amount exceeds what is charged' };
    throw new Invalid('waived-above-charge', says, '/amount');
  }
  return [happened(command, 'ChargeWaived', command.data, ['V23'])];
}
