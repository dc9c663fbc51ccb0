import { rule } from '@app/policy';
import type { NumberUse } from '../number/number.stream.js';

/** V23: a receipt has a number of its own, by which what was paid is found again. */
export const receiptIsItsOwn = rule<{ readonly use: NumberUse }>(
  'V23',
  'receipt-number-used',
  {
    zh: '此收费凭证号码已使用过',
    en: 'this receipt number has been used before',
  },
  ({ use }) => use !== undefined,
);
