import { happened } from '@app/policy';
import { notPunishedTwice } from '../rules/facts-are-not-punished-twice.js';
import type { NoteProfit } from '../standing.commands.js';
import type { ProfitNoted } from '../case/profit.events.js';
import type { Standing } from '../standing.state.js';

/**
 * A case of the year after says that the adoption of a case of this one has brought its profit (D9, D10). Of two
 * that are opened at once, in this year and in the next, one is told of the other.
 *
 * @throws Refused under the article: there is a case of the same profit
 */
export function noteProfit(command: NoteProfit, { cases }: Standing): readonly ProfitNoted[] {
  const { employee: _employee, year, case: number, by } = command.data;
  const file = cases.find((each) => each.case === number);
  if (!file) return [];
  const { article, happenedAt } = file.opened;
  const adoption = { year, case: number };
  const profit = { article, clause: 'profit', happenedAt, evidence: [], profit: '0.00', adoption };
  notPunishedTwice(profit, cases);
  return [happened(command, 'ProfitNoted', { case: number, by }, [article])];
}
