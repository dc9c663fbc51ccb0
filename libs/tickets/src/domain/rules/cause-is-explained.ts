import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/**
 * V14: whatever was repaired, the customer is told unasked what the fault came of. Of a cause that is
 * not the company's, V17 asks the same.
 */
export const causeIsExplained = rule<Pick<OnSiteRecord, 'repair' | 'externalCause' | 'explained'>>(
  'V14',
  'cause-not-explained',
  {
    zh: '未向客户解释故障原因',
    en: 'the cause of the fault was not explained to the customer',
  },
  ({ repair, externalCause, explained }) =>
    repair !== undefined && !externalCause && !explained.some(({ subject }) => subject === 'cause'),
);
