import { enforce, Invalid, noSuch } from '@app/kernel';
import { happened } from '@app/policy';
import { moneyIsReceivedByAnother } from '../rules/money-is-received-by-another.js';
import { exceedsInHand, inHandAgain } from '../visit/hand-over-corrected.js';
import { setRight, type HandOver } from '../visit/in-hand.js';
import { withMoney } from '../visit/visit.preconditions.js';
import { demandsWithdrawn } from './withdraw-demands.js';
import type { CorrectHandOver } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

const unknownHandOver = noSuch('hand-over', { zh: '这次上交', en: 'hand-over' });

/**
 * What the office entered as received is set right: it was less or more, or another's (D40). It counts as of
 * when it was received: what was demanded of somebody who had handed it over by then is withdrawn; what
 * is in somebody's hands again is looked for anew.
 *
 * @throws Refused D40: of one's own money nobody says what was received
 * @throws NotFound `unknown-hand-over`, pointing at `/handOver`
 * @throws Invalid `nothing-corrected` · `handed-over-above-collected`, pointing at `/amount`
 */
export function correctHandOver(command: CorrectHandOver, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = withMoney(command, ticket);
  const { actor, data } = command;
  const { handOver, amount, reason } = data;
  const before = visit.handlings.find(
    (each): each is HandOver => each.what === 'handed-over' && each.handOver === handOver,
  );
  if (!before) throw unknownHandOver('/handOver');
  const { employee = before.employee } = data;
  enforce([moneyIsReceivedByAnother], { employee, actor });
  enforce([moneyIsReceivedByAnother], { employee: before.employee, actor });
  if (employee === before.employee && amount === before.amount) throw nothingCorrected();
  const after = setRight(visit.handlings, { handOver, employee, amount });
  if (exceedsInHand(after)) throw aboveCollected(employee);
  const corrected = {
    ...{ visit: visit.visit, handOver, employee, amount },
    ...{ employeeBefore: before.employee, amountBefore: before.amount, reason },
    inHandAgain: inHandAgain(visit.handlings, after),
  };
  return [
    happened(command, 'HandOverCorrected', corrected, ['D40']),
    ...demandsWithdrawn(command, after),
  ];
}

function nothingCorrected(): Invalid {
  const says = { zh: '与原登记相同，没有更正', en: 'it is as it was entered' };
  return new Invalid('nothing-corrected', says, '/amount');
}

function aboveCollected(employee: string): Invalid {
  const says = {
    zh: `更正后的上交金额超过 ${employee} 当时手中的已收款`,
    en: `it would be more than ${employee} had collected and in hand then`,
  };
  return new Invalid('handed-over-above-collected', says, '/amount');
}
