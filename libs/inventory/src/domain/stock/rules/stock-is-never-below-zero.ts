import { rule } from '@app/policy';
import type { Thousandths } from '../quantity.js';

/** R12: only what is there is given out, by what had happened until then and has happened since. */
export const stockIsNeverBelowZero = rule<{
  readonly available: Thousandths;
  readonly asked: Thousandths;
}>(
  'R12',
  'not-in-stock',
  { zh: '库存不足', en: 'there are not so many' },
  ({ available, asked }) => asked > available,
);
