import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V11: service only once the customer agrees. */
export const consentComesBeforeWork = rule<Pick<OnSiteRecord, 'consented'>>(
  'V11',
  'work-before-consent',
  {
    zh: '客户尚未同意，不能开始维修',
    en: 'work cannot start before the customer has agreed',
    whenFound: { zh: '客户同意之前已开始维修', en: 'work started before the customer had agreed' },
  },
  ({ consented }) => !consented,
);
