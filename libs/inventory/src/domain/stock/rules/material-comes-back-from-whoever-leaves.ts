import { rule } from '@app/policy';
import type { Thousandths } from '../quantity.js';

/** R12: whoever leaves the department hands back what they have in hand. */
export const materialComesBackFromWhoeverLeaves = rule<{ readonly thousandths: Thousandths }>(
  'R12',
  'material-kept-on-leaving',
  { zh: '离职时未归还物料', en: 'material was not handed back on leaving' },
  ({ thousandths }) => thousandths > 0,
);
