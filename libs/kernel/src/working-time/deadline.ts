import type { Instant } from '../time.js';
import type { UnknownYear, WorkingCalendar } from './calendar.js';
import { endOfWorkingDay, plusWorkingMinutes } from './hours.js';
import type { WorkingHours } from './hours.js';

/** A time that is agreed by the working calendar, counted from an instant. */
export type WorkingTime =
  | {
      readonly after: Instant;
      /** Minutes within the hours of working days. */
      readonly workingMinutes: number;
      readonly hours: readonly WorkingHours[];
    }
  | {
      readonly after: Instant;
      /** Working days; the day of `after` does not count, and the last one ends at 24:00. */
      readonly workingDays: number;
    }
  | {
      readonly after: Instant;
      /** Year, `2027`: at `after` itself, but not before its working calendar is published. */
      readonly published: string;
    };

/** When that is, or the year that has to be published before it can be told. */
export function dueAt(calendar: WorkingCalendar, time: WorkingTime): Instant | UnknownYear {
  if ('published' in time)
    return calendar.has(time.published) ? time.after : { unknownYear: time.published };
  return 'workingDays' in time
    ? endOfWorkingDay(calendar, time.after, time.workingDays)
    : plusWorkingMinutes(calendar, time.after, time.workingMinutes, time.hours);
}
