import { rule } from '@app/policy';
import { someOf } from './some-of.js';

/** D8: a year is not closed while figures of it are still to be evaluated, be it for the first time or anew. */
export const yearClosesAfterItsEvaluations = (whose: readonly string[]) =>
  rule<{ readonly evaluations: readonly string[] }>(
    'D8',
    'evaluations-open',
    {
      zh: `该年度尚有未考核或数字已变、须重新考核的期间：${someOf(whose)}`,
      en: `a period of the year is still to be evaluated, or anew, as figures have changed: ${someOf(whose)}`,
    },
    ({ evaluations }) => evaluations.length > 0,
  );
