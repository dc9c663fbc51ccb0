import { rule } from '@app/policy';
import { fen } from '@app/kernel';
import { owed, type Ending } from '../visit/money.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/**
 * V23: what the customer is to pay is collected; the rest stays owed, and somebody looks at why, unless
 * it was agreed with the customer how they pay it.
 */
export const chargeIsCollected = rule<Pick<OnSiteRecord, 'money'> & Ending>(
  'V23',
  'charge-not-collected',
  {
    zh: '应收费用尚未收齐',
    en: 'the charge has not been collected in full',
  },
  ({ money, outcome }) => !money.restAgreed && fen(owed(money, { outcome })) > 0n,
);
