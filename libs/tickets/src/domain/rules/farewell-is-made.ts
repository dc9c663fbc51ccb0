import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V26: the technician takes leave of the customer. */
export const farewellIsMade = rule<Pick<OnSiteRecord, 'farewell'>>(
  'V26',
  'farewell-not-made',
  {
    zh: '离开时未向客户告别',
    en: 'the technician left without a farewell',
  },
  ({ farewell }) => !farewell,
);
