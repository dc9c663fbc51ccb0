import { rule } from '@app/policy';
import { fen, type Yuan } from '@app/kernel';
import { owed } from '../visit/money.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V17: nothing is collected beyond what the customer signed; a higher amount needs a new signature. */
export const quoteIsNotExceeded = rule<{
  readonly amount: Yuan;
  readonly visit: Pick<OnSiteRecord, 'money'>;
}>(
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
  ({ amount, visit: { money } }) => fen(amount) > fen(owed(money)),
);
