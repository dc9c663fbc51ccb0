import {
  BUSINESS_ZONE,
  type DailySpan,
  type Instant,
  type LocalDate,
  type LocalTime,
  type Span,
} from './time.js';

const formatter = new Intl.DateTimeFormat('en-CA', {
  timeZone: BUSINESS_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

const DAY_MINUTES = 24 * 60;

/** In milliseconds: no zone changes within a quarter of an hour of UTC. */
const QUARTER = 15 * 60_000;

/** What was asked of quarters, and how many of them are kept: more than a year has. */
const ahead = new Map<number, number>();
const MOST_KEPT = 50_000;

/** In minutes. */
const MILLISECOND = 1 / 60_000;

/** The same instant in the one form in which instants compare as text; throws RangeError on what is no instant. */
export function instant(text: string | number | Date): Instant {
  return new Date(text).toISOString();
}

/** `minutes` after `at`; before it when negative. */
export function plusMinutes(at: Instant, minutes: number): Instant {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

/** Minutes from `from` to `until`, with their fraction; negative when `until` is the earlier. */
export function minutesBetween(from: Instant, until: Instant): number {
  return (Date.parse(until) - Date.parse(from)) / 60_000;
}

/** The business date of an instant. */
export function localDate(at: Instant): LocalDate {
  return partsOf(at).date;
}

/** The business time of day of an instant, to the minute: for people to read, never to be compared. */
export function localTime(at: Instant): LocalTime {
  return partsOf(at).time;
}

/** The instant of a business date and time of day. */
export function instantOf(date: LocalDate, time: LocalTime): Instant {
  const asUtc = Date.parse(`${date}T${time}Z`);
  const there = partsOf(new Date(asUtc).toISOString());
  const ahead = Date.parse(`${there.date}T${there.time}Z`) - asUtc;
  return new Date(asUtc - ahead).toISOString();
}

/** So many days after a date; before it when negative. */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MINUTES * 60_000)
    .toISOString()
    .slice(0, 10);
}

/**
 * The same date so many months after another, or the last of a month that has no such date: two years
 * after 29 February is 28 February, a month after 31 January the last of February.
 */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  first.setUTCDate(Math.min(day, last.getUTCDate()));
  return first.toISOString().slice(0, 10);
}

/** Every business date that a span touches, in order. */
export function datesOf(span: Span): LocalDate[] {
  const last = localDate(
    new Date(Math.max(Date.parse(span.until) - 1, Date.parse(span.from))).toISOString(),
  );
  const dates = [localDate(span.from)];
  while (dates.at(-1)! < last) dates.push(plusDays(dates.at(-1)!, 1));
  return dates;
}

/** Whether two spans share a moment; spans that only touch do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.until && b.from < a.until;
}

/**
 * Whether a span meets a time of day that comes round every day, such as the meal hours 12:00–14:00, to
 * the millisecond; spans that only touch do not. A span without length is the moment at which it starts.
 */
export function meetsDaily(span: Span, daily: DailySpan): boolean {
  const length = minutesBetween(span.from, span.until);
  const start = minuteOfDay(localTime(span.from)) + minutePart(span.from);
  const from = minuteOfDay(daily.from);
  const until = minuteOfDay(daily.until) + (daily.until <= daily.from ? DAY_MINUTES : 0);
  if (length >= DAY_MINUTES) return true;
  const end = start + Math.max(length, MILLISECOND);
  return [-DAY_MINUTES, 0, DAY_MINUTES].some((day) => start < until + day && from + day < end);
}

function minuteOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** What an instant is past its full minute, in minutes; a zone is whole minutes away from UTC. */
function minutePart(at: Instant): number {
  return (Date.parse(at) % 60_000) / 60_000;
}

function partsOf(at: Instant): { date: LocalDate; time: LocalTime } {
  const moment = Date.parse(at);
  const there = new Date(moment + aheadAt(moment)).toISOString();
  return { date: there.slice(0, 10), time: there.slice(11, 16) };
}

/** By how much the business zone is ahead of UTC then; formatting is what costs, so a quarter is asked once. */
function aheadAt(moment: number): number {
  const quarter = Math.floor(moment / QUARTER) * QUARTER;
  const known = ahead.get(quarter);
  if (known !== undefined) return known;
  const [date, time] = formatter.format(quarter).split(', ');
  const asked = Date.parse(`${date}T${time}Z`) - quarter;
  if (ahead.size >= MOST_KEPT) ahead.clear();
  ahead.set(quarter, asked);
  return asked;
}
