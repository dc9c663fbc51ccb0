import { endOfWorkingDay, isUnknown, NotPossible, type Instant } from '@app/kernel';
import type { KnownCalendar } from '../standing.commands.js';

/**
 * The end of a term of working days, by the calendar as it is published: the first moment of the day after
 * the last of them; the day of `at` does not count.
 *
 * @throws NotPossible `calendar-not-published`, naming the year without which it cannot be told
 */
export function endOfTerm({ calendar }: KnownCalendar, at: Instant, days: number): Instant {
  const end = endOfWorkingDay(calendar, at, days);
  if (!isUnknown(end)) return end;
  const { unknownYear: year } = end;
  throw new NotPossible('calendar-not-published', {
    zh: `${year} 年工作日历尚未公布，期限无法计算`,
    en: `the working calendar of ${year} is not published, so the term cannot be told`,
  });
}
