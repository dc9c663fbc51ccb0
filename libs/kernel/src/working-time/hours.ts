import { instantOf, localDate, plusDays, plusMinutes, minutesBetween } from '../business-time.js';
import type { DailySpan, Instant, LocalDate, Span } from '../time.js';
import { isUnknown, isWorkingDay, plusWorkingDays } from './calendar.js';
import type { UnknownYear, WorkingCalendar } from './calendar.js';

/**
 * So many minutes of working time after an instant: only the stated hours of working days count. Hours
 * that cross midnight belong to the day on which they begin.
 *
 * @param minutes not negative; 0 answers with `at`, if that is within the hours, else with when they next begin
 * @param hours not overlapping, one at least
 * @throws RangeError there are no hours, in which no time would ever pass
 */
export function plusWorkingMinutes(
  calendar: WorkingCalendar,
  at: Instant,
  minutes: number,
  hours: readonly DailySpan[],
): Instant | UnknownYear {
  if (hours.length === 0) throw new RangeError('working time needs hours in which it passes');
  let left = minutes;
  let day = localDate(at);
  if (hours.some(crossesMidnight)) day = plusDays(day, -1);
  for (; ; day = plusDays(day, 1)) {
    const spans = spansOf(day, hours).filter(({ until }) => until > at);
    if (spans.length === 0) continue;
    const works = isWorkingDay(calendar, day);
    if (isUnknown(works)) return works;
    if (!works) continue;
    const reached = within(spans, at, left);
    if (typeof reached === 'string') return reached;
    left = reached;
  }
}

/** When so many minutes have passed of the spans after an instant, or how many are left behind the last. */
function within(spans: readonly Span[], at: Instant, minutes: number): Instant | number {
  let left = minutes;
  for (const { from, until } of spans) {
    const begin = from > at ? from : at;
    const length = minutesBetween(begin, until);
    if (left < length || (left === length && left > 0)) return plusMinutes(begin, left);
    left -= length;
  }
  return left;
}

/** The end, 24:00, of the `count`th working day after the day of an instant. */
export function endOfWorkingDay(
  calendar: WorkingCalendar,
  at: Instant,
  count: number,
): Instant | UnknownYear {
  const day = plusWorkingDays(calendar, localDate(at), count);
  return isUnknown(day) ? day : instantOf(plusDays(day, 1), '00:00');
}

function spansOf(date: LocalDate, hours: readonly DailySpan[]): Span[] {
  return hours
    .map((daily) => ({
      from: instantOf(date, daily.from),
      until: instantOf(crossesMidnight(daily) ? plusDays(date, 1) : date, daily.until),
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function crossesMidnight({ from, until }: DailySpan): boolean {
  return until <= from;
}
