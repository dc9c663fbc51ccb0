import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V11: what the customer is entitled to is looked at before work. */
export const entitlementIsChecked = rule<Pick<OnSiteRecord, 'entitlement'>>(
  'V11',
  'entitlement-unchecked',
  {
    zh: '尚未核对售后服务凭证，不能开始维修',
    en: 'work cannot start before the entitlement was checked',
    whenFound: {
      zh: '核对售后服务凭证之前已开始维修',
      en: 'work started before the entitlement was checked',
    },
  },
  ({ entitlement }) => !entitlement,
);
