import { rule } from '@app/policy';
import type { Instant } from '@app/kernel';

/**
 * V7: the customer is told in advance. Of a notice that moves the hour but was recorded only when the
 * old hour was over, nobody but the technician knows when it was given: without a connection it may
 * well have been in time, which the supervisor finds out.
 */
export const noticeIsRecordedInTime = rule<{
  notifiedAt: Instant;
  receivedAt: Instant;
  expectedBy: Instant;
  newArrival: Instant;
}>(
  'V7',
  'notice-recorded-late',
  {
    zh: '声称已提前通知延误，但记录时约定时间已过',
    en: 'the delay is said to have been announced in time, but was recorded only when the agreed time was over',
  },
  ({ notifiedAt, receivedAt, expectedBy, newArrival }) =>
    notifiedAt < expectedBy && receivedAt >= expectedBy && newArrival > expectedBy,
);
