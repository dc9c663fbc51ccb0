import { rule } from '@app/policy';
import { someOf } from './some-of.js';

/** D8: a year is not closed while a case of its facts is open, or a decision can still be appealed against. */
export const yearClosesWithoutOpenCases = (whose: readonly string[]) =>
  rule<{ readonly cases: readonly string[] }>(
    'D8',
    'cases-open',
    {
      zh: `该年度尚有未结案件或未届满的申诉期：${someOf(whose)}`,
      en: `a case of the year is open, or a term of appeal is running: ${someOf(whose)}`,
    },
    ({ cases }) => cases.length > 0,
  );
