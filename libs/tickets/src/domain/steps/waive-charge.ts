import { fen, Invalid, yuan, type Yuan } from '@app/kernel';
import { happened } from '@app/policy';
import { billAt, due, dueOfLines } from '../visit/money.js';
import { chargedOn } from '../visit/visit.preconditions.js';
import { waivedOfLine } from '../visit/waivers.js';
import type { WaiveCharge } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * A supervisor lets the customer off part of the charge or all of it, be it of one line of the quote, and says
 * why (V23). Where it was paid already, it is to be refunded.
 *
 * @throws Invalid `nothing-waived` · `waived-above-charge`, pointing at `/amount`; `no-such-line`, at `/line`
 */
export function waiveCharge(command: WaiveCharge, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = chargedOn(command, ticket);
  const { amount, line } = command.data;
  if (fen(amount) <= 0n) {
    const says = { zh: '免收金额须大于零', en: 'the amount must be above zero' };
    throw new Invalid('nothing-waived', says, '/amount');
  }
  const bill = billAt(open, visit);
  atMost(amount, due(bill));
  if (line === undefined) return [happened(command, 'ChargeWaived', command.data, ['V23'])];
  const quoted = visit.money.lines[line - 1];
  if (!quoted) {
    const says = { zh: '报价中没有这一项', en: 'the quote has no such line' };
    throw new Invalid('no-such-line', says, '/line');
  }
  const before = fen(waivedOfLine(visit.waivers, line));
  atMost(amount, yuan(fen(dueOfLines(bill)[line - 1]!) - before));
  const data = { ...command.data, basis: quoted.basis };
  return [happened(command, 'ChargeWaived', data, ['V23'])];
}

function atMost(amount: Yuan, charged: Yuan): void {
  if (fen(amount) <= fen(charged)) return;
  const says = { zh: '免收金额超过应收金额', en: 'the amount exceeds what is charged' };
  throw new Invalid('waived-above-charge', says, '/amount');
}
