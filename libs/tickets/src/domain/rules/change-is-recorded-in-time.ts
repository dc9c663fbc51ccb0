import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';

/**
 * V7: an appointment is kept or changed before it is due. Of a change that is said to have been made
 * in time but was entered only afterwards, the late entry is the fault of whoever entered it.
 */
export const changeIsRecordedInTime = rule<{
  readonly changedAt: Instant;
  readonly receivedAt: Instant;
  readonly expectedBy: Instant;
}>(
  'V7',
  'change-recorded-late',
  {
    zh: '声称在约定时间之前已改期或取消，但登记时约定时间已过',
    en: 'the change is said to have been made before the agreed time was over, but was entered only afterwards',
  },
  ({ changedAt, receivedAt, expectedBy }) => changedAt <= expectedBy && receivedAt > expectedBy,
);
