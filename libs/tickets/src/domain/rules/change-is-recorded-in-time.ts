import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';

/**
 * V7: an appointment is kept or changed before it is due. Of a change that is said to have been made
 * in time but was entered only when the customer was waiting already, the late entry is the fault of whoever
 * entered it. Once the window has begun, only what is told late is late; once it is over, whatever is entered.
 */
export const changeIsRecordedInTime = rule<{
  readonly changedAt: Instant;
  readonly receivedAt: Instant;
  readonly begins: Instant;
  readonly expectedBy: Instant;
  readonly toldLate: boolean;
}>(
  'V7',
  'change-recorded-late',
  {
    zh: '改期或取消登记得晚：登记时约定时间已到，客户已在等候',
    en: 'the change was entered late, when the agreed time had come and the customer was waiting',
  },
  ({ changedAt, receivedAt, begins, expectedBy, toldLate }) =>
    changedAt <= expectedBy && (receivedAt > expectedBy || (toldLate && receivedAt > begins)),
);
