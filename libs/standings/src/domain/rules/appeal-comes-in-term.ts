import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';

/** R2: a decision is appealed against within its term; after it, it stands. */
export const appealComesInTerm = rule<{ readonly appealUntil?: Instant; readonly at: Instant }>(
  'R2',
  'appeal-too-late',
  { zh: '申诉期已届满', en: 'the term of appeal is over' },
  ({ appealUntil = '', at }) => at >= appealUntil,
);
