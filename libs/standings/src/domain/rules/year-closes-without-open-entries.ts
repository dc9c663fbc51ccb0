import { rule } from '@app/policy';
import { someOf } from './some-of.js';

/** D8: a year is not closed while an entry from paper, or a figure by hand, waits for its approval. */
export const yearClosesWithoutOpenEntries = (whose: readonly string[]) =>
  rule<{ readonly entries: readonly string[] }>(
    'D8',
    'opening-entries-open',
    {
      zh: `该年度尚有待批准的期初录入或待确认的手工数字：${someOf(whose)}`,
      en: `an entry from paper or a figure by hand of the year waits for its approval: ${someOf(whose)}`,
    },
    ({ entries }) => entries.length > 0,
  );
