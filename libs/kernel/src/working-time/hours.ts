import { instant, instantOf, localDate, plusDays } from '../business-time.js';
import type { DailySpan, Instant, LocalDate, LocalTime } from '../time.js';
import { dayKind, isUnknown, isWorkingDay, plusWorkingDays, weekdayOf } from './calendar.js';
import type { UnknownYear, WorkingCalendar } from './calendar.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Hours in which working time passes, on working days alone. They are stated by the day of the week
 * where days differ; a make-up working day whose day of the week has none has those of a Monday.
 */
export interface WorkingHours extends DailySpan {
  /** Days of the week that have them, from 1 for Monday to 7 for Sunday; default: all of them. */
  readonly days?: readonly number[];
}

/** A year has to be published before it can be told. */
export interface NotYetKnown extends UnknownYear {
  /** When it is at the earliest: were every minute worked from the unknown year's beginning on. */
  readonly soonest: Instant;
}

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
  hours: readonly WorkingHours[],
): Instant | NotYetKnown {
  if (hours.length === 0) throw new RangeError('working time needs hours in which it passes');
  const start = Date.parse(at);
  let left = Math.round(minutes * MINUTE);
  for (let day = firstDay(at, hours); ; day = dayAfter(day)) {
    const spans = workedOn(calendar, day, hours, start);
    if (isUnknown(spans)) return { ...spans, soonest: instant(Math.max(start, day.begins) + left) };
    for (const [from, until] of spans) {
      const begin = Math.max(from, start);
      const length = until - begin;
      if (left < length || (left === length && left > 0)) return instant(begin + left);
      left -= length;
    }
  }
}

/** Minutes of working time from an instant until another, with their fraction; 0 where it is not later. */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  from: Instant,
  until: Instant,
  hours: readonly WorkingHours[],
): number | UnknownYear {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  let total = 0;
  for (let day = firstDay(from, hours); day.begins < end; day = dayAfter(day)) {
    const spans = workedOn(calendar, day, hours, start);
    if (isUnknown(spans)) return spans;
    for (const [begins, ends] of spans)
      total += Math.max(0, Math.min(ends, end) - Math.max(begins, start));
  }
  return total / MINUTE;
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

/** A business date, and the millisecond at which it begins; each has 24 hours. */
interface Day {
  readonly date: LocalDate;
  readonly begins: number;
}

/** Hours of the day before may reach over midnight. */
function firstDay(at: Instant, hours: readonly WorkingHours[]): Day {
  const day = localDate(at);
  const date = hours.some(crossesMidnight) ? plusDays(day, -1) : day;
  return { date, begins: Date.parse(instantOf(date, '00:00')) };
}

function dayAfter({ date, begins }: Day): Day {
  return { date: plusDays(date, 1), begins: begins + DAY };
}

type MsSpan = readonly [from: number, until: number];

/** The spans of a day that are worked and end after a moment, in their order, in milliseconds. */
function workedOn(
  calendar: WorkingCalendar,
  day: Day,
  hours: readonly WorkingHours[],
  after: number,
): readonly MsSpan[] | UnknownYear {
  const { date } = day;
  const endsAfter = ([, until]: MsSpan) => until > after;
  // Where none does, it does not matter what day it is.
  if (!spansOf(day, hours).some(endsAfter)) return [];
  const works = isWorkingDay(calendar, date);
  if (isUnknown(works)) return works;
  if (!works) return [];
  const own = hoursOf(weekdayOf(date), hours);
  const madeUp = own.length === 0 && dayKind(calendar, date) === 'make-up';
  return spansOf(day, madeUp ? hoursOf(1, hours) : own).filter(endsAfter);
}

function spansOf({ begins }: Day, hours: readonly WorkingHours[]): MsSpan[] {
  return hours
    .map((daily): MsSpan => {
      const until = begins + msOfDay(daily.until);
      return [begins + msOfDay(daily.from), crossesMidnight(daily) ? until + DAY : until];
    })
    .sort(([a], [b]) => a - b);
}

function msOfDay(time: LocalTime): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE;
}

function hoursOf(weekday: number, hours: readonly WorkingHours[]): readonly WorkingHours[] {
  return hours.filter(({ days }) => days === undefined || days.includes(weekday));
}

function crossesMidnight({ from, until }: DailySpan): boolean {
  return until <= from;
}
