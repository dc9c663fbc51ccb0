import { rule } from '@app/policy';

/** D8: a year is not closed while figures of it are still to be evaluated, be it for the first time or anew. */
export const yearClosesAfterItsEvaluations = rule<{ readonly open: readonly string[] }>(
  'D8',
  'evaluations-open',
  {
    zh: '该年度尚有未考核或数字已变、须重新考核的期间',
    en: 'a period of the year is still to be evaluated, or anew, as figures have changed',
  },
  ({ open }) => open.length > 0,
);
