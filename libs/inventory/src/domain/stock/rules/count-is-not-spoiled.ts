import { rule } from '@app/policy';
import type { Thousandths } from '../quantity.js';

/** R16: what has gone since a count was among what was counted; where more has gone, it is counted again. */
export const countIsNotSpoiled = rule<{
  readonly difference: Thousandths;
  readonly least: Thousandths;
}>(
  'R16',
  'count-is-spoiled',
  {
    zh: '盘点之后发出的数量超过盘点所见，须重新盘点',
    en: 'more has gone since the count than was counted; it has to be counted again',
  },
  ({ difference, least }) => least + difference < 0,
);
