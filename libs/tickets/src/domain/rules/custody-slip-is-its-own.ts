import { rule } from '@app/policy';
import type { NumberUse } from '../number/number.stream.js';

/** V18: a custody slip has a number of its own, by which the product is found again. */
export const custodySlipIsItsOwn = rule<{ readonly use: NumberUse }>(
  'V18',
  'custody-slip-used',
  {
    zh: '此保管单号已使用过',
    en: 'this custody slip number has been used before',
  },
  ({ use }) => use !== undefined,
);
