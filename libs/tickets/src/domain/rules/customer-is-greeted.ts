import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V8: the customer is met with a smile and a greeting. */
export const customerIsGreeted = rule<Pick<OnSiteRecord, 'greeting'>>(
  'V8',
  'customer-not-greeted',
  {
    zh: '未主动问候客户并自我介绍',
    en: 'the customer was not greeted',
  },
  ({ greeting }) => !greeting,
);
