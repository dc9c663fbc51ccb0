import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V23: whoever pays gets a receipt, for all that they paid. */
export const receiptIsIssued = rule<Pick<OnSiteRecord, 'money' | 'receipt'>>(
  'V23',
  'charge-without-receipt',
  {
    zh: '已收费但未开具收费凭证',
    en: 'money was collected without a receipt',
  },
  ({ money, receipt }) => money.collected !== (receipt?.amount ?? '0.00'),
);
