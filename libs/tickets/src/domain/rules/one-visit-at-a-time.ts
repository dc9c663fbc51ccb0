import { overlaps, type Span } from '@app/kernel';
import { rule } from '@app/policy';
import type { Booking } from '../diary/diary.state.js';

/**
 * V7 forbids coming late and failing to come: whoever is promised to two customers at once must do one of them.
 * V19, of the customer's rest and meal hours, says nothing of it.
 */
export const oneVisitAtATime = rule<{ window: Span; bookings: readonly Booking[] }>(
  'V7',
  'technician-double-booked',
  {
    zh: '该技术员在此时段已有预约',
    en: 'the technician is already booked within this window',
    whenFound: {
      zh: '约定的时间该技术员已有其他预约',
      en: 'the technician was already booked elsewhere at the hour that was agreed',
    },
  },
  ({ window, bookings }) => bookings.some((booking) => overlaps(booking.window, window)),
);
