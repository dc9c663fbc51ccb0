import { rule } from '@app/policy';
import { someOf } from './some-of.js';

/** Whose periods are still to be evaluated, and which. */
export interface OpenEvaluations {
  readonly employee: string;
  /** `2026-03`, `2026-H1`, `2026`. */
  readonly periods: readonly string[];
}

/** D8: a year is not closed while figures of it are still to be evaluated, be it for the first time or anew. */
export const yearClosesAfterItsEvaluations = (open: readonly OpenEvaluations[]) =>
  rule<{ readonly evaluations: readonly OpenEvaluations[] }>(
    'D8',
    'evaluations-open',
    {
      zh: `该年度尚有未考核或数字已变、须重新考核的期间：${named(open)}`,
      en: `a period of the year is still to be evaluated, or anew, as figures have changed: ${named(open)}`,
    },
    ({ evaluations }) => evaluations.length > 0,
  );

function named(open: readonly OpenEvaluations[]): string {
  return someOf(open.map(({ employee, periods }) => `${employee} (${periods.join(', ')})`));
}
