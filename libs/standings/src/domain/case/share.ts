import { fen, sum, yuan, type Yuan } from '@app/kernel';
import type { Clause } from '../edition/clause.js';
import type { CaseFile, Standing } from '../standing.state.js';
import type { Facts } from './facts.js';

/**
 * What is paid to who earned it: 20 % of the net income to the fen, half a fen rounded up (D30); where several
 * earned it, that is split so that their parts make the whole, to the fen.
 */
export function shareOf(
  { income = '0.00', costs = '0.00', portion }: Pick<Facts, 'income' | 'costs' | 'portion'>,
  { thresholds }: Pick<Clause, 'thresholds'>,
): Yuan {
  const net = fen(income) - fen(costs);
  const percent = BigInt(thresholds?.share ?? 0);
  const whole = net > 0n ? (net * percent + 50n) / 100n : 0n;
  const { before, weight, of } = portion ?? { before: 0, weight: 1, of: 1 };
  const upTo = (parts: number) => (2n * whole * BigInt(parts) + BigInt(of)) / (2n * BigInt(of));
  return yuan(upTo(before + weight) - upTo(before));
}

/** What was paid under an act, and under those that it replaced; nothing where there is none. */
export function paidUnder(file: CaseFile | undefined, { cases }: Pick<Standing, 'cases'>): Yuan {
  const paid: Yuan[] = [];
  for (let each = file; each; each = replacedBy(each, cases)) paid.push(each.paid ?? '0.00');
  return sum(paid);
}

function replacedBy({ opened }: CaseFile, cases: Standing['cases']): CaseFile | undefined {
  // A case is replaced by a later one only, whatever was stored.
  return cases.find(({ case: number }) => number === opened.replaces && number < opened.case);
}
