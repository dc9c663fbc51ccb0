import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** R10: the record of work begins with its start. */
export const workHasStarted = rule<Pick<OnSiteRecord, 'workStarted'>>(
  'R10',
  'work-not-started',
  {
    zh: '尚未开始维修',
    en: 'the work has not started',
  },
  ({ workStarted }) => !workStarted,
);
