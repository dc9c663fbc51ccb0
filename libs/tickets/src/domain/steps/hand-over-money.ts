import { enforce, fen, Invalid } from '@app/kernel';
import { happened } from '@app/policy';
import { moneyIsReceivedByAnother } from '../rules/money-is-received-by-another.js';
import { handlingsAfter, heldBy } from '../visit/in-hand.js';
import { withMoney } from '../visit/visit.preconditions.js';
import { demandsWithdrawn } from './withdraw-demands.js';
import type { HandOverMoney } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The office receives what somebody collected at the customer's, at most what they have in hand of the visit
 * (D40). What was demanded, or kept beyond its term, is received all the same. It counts as of when it was
 * received: told late, what was demanded of them after that is withdrawn.
 *
 * @throws Refused D40: of one's own money nobody says that they received it
 * @throws Invalid `nothing-handed-over` · `handed-over-above-collected`, pointing at `/amount`
 */
export function handOverMoney(command: HandOverMoney, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = withMoney(command, ticket);
  const { actor, data } = command;
  const { amount, employee = visit.technician } = data;
  enforce([moneyIsReceivedByAnother], { employee, actor });
  if (fen(amount) <= 0n) {
    const says = { zh: '上交金额须大于零', en: 'the amount must be above zero' };
    throw new Invalid('nothing-handed-over', says, '/amount');
  }
  const held = heldBy(visit.inHand, employee);
  if (fen(amount) > fen(held)) {
    const says = {
      zh: `上交金额超过 ${employee} 手中的已收款 ${held} 元`,
      en: `the amount exceeds the ${held} yuan that ${employee} collected and has in hand`,
    };
    throw new Invalid('handed-over-above-collected', says, '/amount');
  }
  const receivedBy = actor.onBehalfOf ?? actor.id;
  const received = { visit: visit.visit, employee, amount, receivedBy };
  const handedOver = happened(command, 'MoneyHandedOver', received, ['D40']);
  const { handlings } = visit;
  return [handedOver, ...demandsWithdrawn(command, handlingsAfter(handlings, handedOver, []))];
}
