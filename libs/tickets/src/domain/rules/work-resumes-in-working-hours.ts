import { rule } from '@app/policy';
import type { Instant } from '@app/kernel';
import { meetsRest, type Rest } from '../visit/rest.js';

/** V19: work goes on in the customer's working hours, not while they rest or eat, unless they wish it or the need is urgent. */
export const workResumesInWorkingHours = rule<
  Rest & {
    readonly resumeAt: Instant;
    readonly wished: boolean;
    readonly emergency: boolean;
  }
>(
  'V19',
  'resumes-in-quiet-hours',
  {
    zh: '约定继续维修的时间落在客户的休息或用餐时间内',
    en: 'the agreed time lies in the rest or meal hours of the customer',
  },
  ({ resumeAt, wished, emergency, ...rest }) =>
    !wished && !emergency && meetsRest({ from: resumeAt, until: resumeAt }, rest),
);
