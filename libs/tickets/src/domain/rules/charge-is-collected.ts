import { rule } from '@app/policy';
import { fen } from '@app/kernel';
import { owed, type Bill } from '../visit/money.js';

/**
 * V23: what the customer is to pay is collected; the rest stays owed, and somebody looks at why, unless
 * it was agreed with the customer how they pay it.
 */
export const chargeIsCollected = rule<Bill>(
  'V23',
  'charge-not-collected',
  {
    zh: '应收费用尚未收齐',
    en: 'the charge has not been collected in full',
  },
  (bill) => !bill.money.restAgreed && fen(owed(bill)) > 0n,
);
