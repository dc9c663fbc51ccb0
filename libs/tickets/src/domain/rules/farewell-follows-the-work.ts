import { rule } from '@app/policy';
import { wasBeforeEndOfWork } from '../visit/end-of-work.js';
import type { Visit } from '../visit/visit.state.js';

/** V26: leave is taken on leaving; who works on after the farewell has taken none. */
export const farewellFollowsTheWork = rule<Pick<Visit, 'stepsAt'>>(
  'V26',
  'farewell-before-end-of-work',
  {
    zh: '告别早于维修结束，此后未再告别',
    en: 'farewell was said before the work was over, and not after it',
  },
  (visit) => wasBeforeEndOfWork(visit, 'FarewellMade'),
);
