import { rule } from '@app/policy';
import { hasArrived, type Visit } from '../visit/visit.state.js';

/** V7 strictly forbids failing to keep an appointment; whether the cause excuses it is for the supervisor to say. */
export const appointmentIsKept = rule<Visit>(
  'V7',
  'no-show',
  {
    zh: '失约：技术员未上门',
    en: 'the technician did not come to the appointment',
  },
  (visit) => !hasArrived(visit) || visit.status === 'away',
);
