import { rule } from '@app/policy';
import { hasUnsigned } from '../visit/discrepancies.js';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V13: the customer signs what does not agree before work goes on. */
export const discrepancyIsAcknowledged = rule<Pick<OnSiteRecord, 'inspection'>>(
  'V13',
  'discrepancy-unacknowledged',
  {
    zh: '检查不符，客户尚未签字确认',
    en: 'the customer has not signed the discrepancy yet',
    whenFound: {
      zh: '检查不符，客户签字确认之前已维修',
      en: 'work was done before the customer had signed the discrepancy',
    },
  },
  ({ inspection }) => inspection !== undefined && hasUnsigned(inspection),
);
