import { rule } from '@app/policy';
import { wasBeforeEndOfWork } from '../visit/end-of-work.js';
import type { Visit } from '../visit/visit.state.js';

/** V21: what the repair leaves is taken along when it is over; cleaning before it is none. */
export const cleaningFollowsTheWork = rule<Pick<Visit, 'stepsAt'>>(
  'V21',
  'cleaned-before-end-of-work',
  {
    zh: '清理现场早于维修结束，此后未再清理',
    en: 'the site was cleaned before the work was over, and not after it',
  },
  (visit) => wasBeforeEndOfWork(visit, 'SiteCleaned'),
);
