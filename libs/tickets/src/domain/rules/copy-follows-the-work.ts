import { rule } from '@app/policy';
import { wasBeforeEndOfWork } from '../visit/end-of-work.js';
import type { Visit } from '../visit/visit.state.js';

/** V24: the copy that the customer keeps says what was done; before the end of the work it cannot. */
export const copyFollowsTheWork = rule<Pick<Visit, 'stepsAt'>>(
  'V24',
  'copy-before-end-of-work',
  {
    zh: '客户留存联早于维修结束交给客户，此后未再交付',
    en: "the customer's copy was handed over before the work was over, and not after it",
  },
  (visit) => wasBeforeEndOfWork(visit, 'CustomerCopyHandedOver'),
);
