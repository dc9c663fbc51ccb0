import { rule } from '@app/policy';
import type { Instant } from '@app/kernel';

/** V7 forbids coming late. A notice in time moves the hour, but no grace is added to it: the customer waits for what was said. */
export const arrivesWhenExpected = rule<{ arrivedAt: Instant; expectedBy: Instant }>(
  'V7',
  'late-arrival',
  {
    zh: '迟到，且未在约定时间内提前联系客户',
    en: 'the technician came later than the customer had been told in time',
  },
  ({ arrivedAt, expectedBy }) => arrivedAt > expectedBy,
);
