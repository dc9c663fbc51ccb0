import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V17: nothing is collected before the customer has signed what it costs. */
export const somethingIsSigned = rule<Pick<OnSiteRecord, 'charge'>>(
  'V17',
  'no-quote-signed',
  {
    zh: '客户尚未签字认可任何费用',
    en: 'the customer has signed no quote',
    whenFound: {
      zh: '客户签字认可任何费用之前已收费',
      en: 'money was collected before the customer had signed any quote',
    },
  },
  ({ charge }) => charge === undefined,
);
