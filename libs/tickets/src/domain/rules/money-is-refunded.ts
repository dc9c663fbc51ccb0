import { rule } from '@app/policy';
import { kept } from '../visit/money.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V23: of work that is not done nothing is kept; what was paid goes back before the ticket is cancelled. */
export const moneyIsRefunded = rule<Pick<OnSiteRecord, 'money'>>(
  'V23',
  'money-not-refunded',
  {
    zh: '已收取的费用尚未退还客户',
    en: "the customer's money has not been given back",
  },
  ({ money }) => kept(money) > 0n,
);
