import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';
import { isPending, type CaseFile } from '../standing.state.js';

/** D8: a year is not closed while a case of its facts is open, or a decision can still be appealed against. */
export const yearClosesWithoutOpenCases = rule<{
  readonly cases: readonly CaseFile[];
  readonly at: Instant;
}>(
  'D8',
  'cases-open',
  {
    zh: '该年度尚有未结案件或未届满的申诉期',
    en: 'a case of the year is open, or a term of appeal is running',
  },
  ({ cases, at }) =>
    cases.some(
      (file) =>
        isPending(file) ||
        (file.status === 'decided' && !file.appealDecided && at < (file.appealUntil ?? '')),
    ),
);
