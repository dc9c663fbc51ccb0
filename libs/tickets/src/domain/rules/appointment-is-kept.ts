import { rule } from '@app/policy';
import type { Instant } from '@app/kernel';

/** V7 strictly forbids failing to keep an appointment; whether the cause excuses it is for the supervisor to say. */
export const appointmentIsKept = rule<{ arrivedAt?: Instant }>(
  'V7',
  'no-show',
  {
    zh: '失约：技术员未上门',
    en: 'the technician did not come to the appointment',
  },
  ({ arrivedAt }) => arrivedAt === undefined,
);
