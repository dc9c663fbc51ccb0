import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V17: the customer is told that the fault is not the company's. */
export const externalCauseIsExplained = rule<Pick<OnSiteRecord, 'externalCause' | 'explained'>>(
  'V17',
  'external-cause-not-explained',
  {
    zh: '未向客户说明故障非本公司原因',
    en: 'the external cause was not explained to the customer',
  },
  ({ externalCause, explained }) => externalCause && !explained.includes('cause'),
);
