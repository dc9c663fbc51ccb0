import { rule } from '@app/policy';
import type { OnSiteRecord } from '../visit/on-site.record.js';

/** R10: the record of work begins with its start. Hours and parts of before it have happened, and are found. */
export const workHasStarted = rule<Pick<OnSiteRecord, 'workStarted'>>(
  'R10',
  'work-not-started',
  {
    zh: '尚未开始维修',
    en: 'the work has not started',
    whenFound: {
      zh: '登记开始维修之前已经作业或使用配件',
      en: 'work was done or a part used before the start of the work was recorded',
    },
  },
  ({ workStarted }) => !workStarted,
);
