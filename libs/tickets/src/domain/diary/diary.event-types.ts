import { eventTable, none } from '@app/kernel';
import { diarySamples } from '../fixtures/samples.js';
import type { DiaryEvent } from './diary.events.js';

/** Each event that a diary stores. A new type has a sample, or does not compile. */
export const diaryEventTypes = eventTable<DiaryEvent>(
  diarySamples,
  none(
    'VisitBooked',
    'BookingReleased',
    'StayBegan',
    'StayWithdrawn',
    'StayEnded',
    'HoursLogged',
    'HoursWithdrawn',
  ),
);
