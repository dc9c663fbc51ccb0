import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V11: the customer is asked about the fault on site before it is worked on, whatever the hotline was told. */
export const customerIsAskedAboutFault = rule<Pick<OnSiteRecord, 'workStarted' | 'faultDescribed'>>(
  'V11',
  'fault-not-asked-about',
  {
    zh: '未在现场询问客户故障的情况',
    en: 'the customer was not asked about the fault on site',
  },
  ({ workStarted, faultDescribed }) => workStarted && !faultDescribed,
);
