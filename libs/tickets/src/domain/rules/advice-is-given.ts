import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** V14: after a repair the customer has the advice and guidance that they need, on whatever was explained. */
export const adviceIsGiven = rule<Pick<OnSiteRecord, 'repair' | 'explained'>>(
  'V14',
  'advice-not-given',
  {
    zh: '维修后未向客户提出建议和指导',
    en: 'the customer was given no advice on the repair',
  },
  ({ repair, explained }) => repair !== undefined && !explained.some(({ advised }) => advised),
);
