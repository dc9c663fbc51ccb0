import { rule } from '@app/policy';
import { fen, type Yuan } from '@app/kernel';
import { owed } from '../visit/money.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** What is to be collected, and the money of the visit so far. */
export interface Collection {
  readonly amount: Yuan;
  readonly visit: Pick<OnSiteRecord, 'money'>;
}

/** V17: nothing is collected beyond what the customer signed, all collections together; a higher amount needs a new signature. */
export const quoteIsNotExceeded = {
  ...rule<Collection>(
    'V17',
    'charge-above-quote',
    {
      zh: '收费超过客户签字认可的金额',
      en: 'the amount exceeds what the customer has signed',
      whenFound: {
        zh: '收费超过客户当时已签字认可的金额',
        en: 'more was collected than the customer had signed by then',
      },
    },
    exceedsQuote,
  ),
  saysOf: ({ visit: { money } }: Collection) => ({
    zh: `收费超过客户签字认可的金额，其中尚欠 ${owed(money)} 元`,
    en: `the amount exceeds what the customer has signed, of which ${owed(money)} yuan is still owed`,
  }),
};

/** Whether all collections together would be more than what was signed last. */
export function exceedsQuote({ amount, visit: { money } }: Collection): boolean {
  return fen(money.collected) + fen(amount) > fen(money.charged);
}
