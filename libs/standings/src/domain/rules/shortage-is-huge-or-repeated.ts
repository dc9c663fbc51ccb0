import { fen, localDate } from '@app/kernel';
import { rule } from '@app/policy';
import type { Shortage } from '../case/facts.js';
import type { Thresholds } from '../edition/clause.js';
import { plusMonths } from './profit-comes-within-its-term.js';

/** D22: 巨额或经常性, by the thresholds of the edition; below them there is no act. */
export const shortageIsHugeOrRepeated = rule<{
  readonly shortages: readonly Shortage[];
  readonly thresholds: Thresholds;
}>(
  'D22',
  'shortage-below-thresholds',
  {
    zh: '短少既非巨额，亦非经常性',
    en: 'the shortage is neither huge nor repeated',
  },
  ({ shortages, thresholds }) =>
    !isHuge(shortages, thresholds) && !isRepeated(shortages, thresholds),
);

function isHuge(shortages: readonly Shortage[], { shortage }: Thresholds): boolean {
  return shortage !== undefined && shortages.some(({ amount }) => fen(amount) >= fen(shortage));
}

function isRepeated(
  shortages: readonly Shortage[],
  { shortages: count, months = 12 }: Thresholds,
): boolean {
  if (count === undefined) return false;
  const dates = shortages.map(({ at }) => localDate(at)).toSorted();
  return dates.some((from, index) => {
    const last = dates[index + count - 1];
    return last !== undefined && last <= plusMonths(from, months);
  });
}
