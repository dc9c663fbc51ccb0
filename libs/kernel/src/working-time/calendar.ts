import { datesOf, plusDays } from '../business-time.js';
import type { LocalDate, Span } from '../time.js';

/** A day that is otherwise than its day of the week says. */
export interface NamedDay {
  readonly date: LocalDate;
}

/** A year as it was published: which days are worked. */
export interface CalendarYear {
  /** Which edition of the year it is; absent: nobody says. */
  readonly edition?: number;
  /** Days of the week on which nobody works, from 1 for Monday to 7 for Sunday. */
  readonly restDays: readonly number[];
  /** Public holidays, with the days off that belong to them, whatever day of the week they are. */
  readonly holidays: readonly NamedDay[];
  /** Days of rest that are worked in place of a day off (调休上班日). */
  readonly makeUpDays: readonly NamedDay[];
}

export type DayKind = 'working' | 'make-up' | 'rest' | 'holiday';

/** The years that are published, by the year, `2026`. What it lacks is unknown, and never a working day by default. */
export type WorkingCalendar = ReadonlyMap<string, CalendarYear>;

/** The answer where a year counts that is not published yet. */
export interface UnknownYear {
  readonly unknownYear: string;
}

export function isUnknown(answer: unknown): answer is UnknownYear {
  return typeof answer === 'object' && answer !== null && 'unknownYear' in answer;
}

export function yearOf(date: LocalDate): string {
  return date.slice(0, 4);
}

/** From 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** What a day is, in a year that holds it. */
export function dayIn({ restDays, holidays, makeUpDays }: CalendarYear, date: LocalDate): DayKind {
  const isThere = (days: readonly NamedDay[]) => days.some((day) => day.date === date);
  if (isThere(holidays)) return 'holiday';
  if (isThere(makeUpDays)) return 'make-up';
  return restDays.includes(weekdayOf(date)) ? 'rest' : 'working';
}

export function dayKind(calendar: WorkingCalendar, date: LocalDate): DayKind | UnknownYear {
  const year = calendar.get(yearOf(date));
  return year ? dayIn(year, date) : { unknownYear: yearOf(date) };
}

export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean | UnknownYear {
  const kind = dayKind(calendar, date);
  return isUnknown(kind) ? kind : kind === 'working' || kind === 'make-up';
}

/** The first working day after a date. */
export function nextWorkingDay(
  calendar: WorkingCalendar,
  date: LocalDate,
): LocalDate | UnknownYear {
  return plusWorkingDays(calendar, date, 1);
}

/**
 * The `count`th working day after a date, which does not count itself, whatever it is.
 *
 * @param count 0 answers with the date itself
 */
export function plusWorkingDays(
  calendar: WorkingCalendar,
  date: LocalDate,
  count: number,
): LocalDate | UnknownYear {
  let day = date;
  for (let left = count; left > 0;) {
    day = plusDays(day, 1);
    const works = isWorkingDay(calendar, day);
    if (isUnknown(works)) return works;
    if (works) left -= 1;
  }
  return day;
}

/** Working days from `from`, which counts, until `until`, which does not; 0 where it is not later. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: LocalDate,
  until: LocalDate,
): number | UnknownYear {
  let count = 0;
  for (let day = from; day < until; day = plusDays(day, 1)) {
    const works = isWorkingDay(calendar, day);
    if (isUnknown(works)) return works;
    if (works) count += 1;
  }
  return count;
}

/** The days off that a span touches; a day of an unknown year is none. */
export function daysOffOf(calendar: WorkingCalendar, span: Span): LocalDate[] {
  return datesOf(span).filter((date) => isWorkingDay(calendar, date) === false);
}
