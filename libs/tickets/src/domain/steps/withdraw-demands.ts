import { fen, yuan } from '@app/kernel';
import { happened } from '@app/policy';
import type { CorrectHandOver, HandOverMoney } from '../ticket/ticket.commands.js';
import { demandedTooMuch } from '../visit/hand-over-corrected.js';
import type { Handling } from '../visit/in-hand.js';
import type { MoneyDemandWithdrawn } from '../visit/paper.events.js';

/** What was demanded of somebody who had handed it over by then is withdrawn (D40). */
export function demandsWithdrawn(
  command: CorrectHandOver | HandOverMoney,
  handlings: readonly Handling[],
): readonly MoneyDemandWithdrawn[] {
  const { visit } = command.data;
  return demandedTooMuch(handlings).map(({ demand, rest }) => {
    const amount = yuan(fen(demand.amount) - fen(rest));
    const { employee, at: demandedAt } = demand;
    const data = { visit, employee, demandedAt, amount, rest };
    return happened(command, 'MoneyDemandWithdrawn', data, ['D40']);
  });
}
