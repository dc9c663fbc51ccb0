import { rule } from '@app/policy';
import { owed } from '../visit/money.js';
import { exceedsQuote, type Collection } from '../visit/collection.js';

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
  saysOf: ({ bill }: Collection) => ({
    zh: `收费超过客户签字认可的金额，其中尚欠 ${owed(bill)} 元`,
    en: `the amount exceeds what the customer has signed, of which ${owed(bill)} yuan is still owed`,
  }),
};
