import { rule } from '@app/policy';
import { someOf } from './some-of.js';

/** D8: a year is not closed while an entry from paper, of acts or of figures, waits for its approval. */
export const yearClosesWithoutOpenEntries = (whose: readonly string[]) =>
  rule<{ readonly entries: readonly string[] }>(
    'D8',
    'opening-entries-open',
    {
      zh: `该年度尚有待批准的期初录入：${someOf(whose)}`,
      en: `an entry from paper of the year waits for its approval: ${someOf(whose)}`,
    },
    ({ entries }) => entries.length > 0,
  );
