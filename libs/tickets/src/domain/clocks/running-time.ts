import {
  instant,
  instantOf,
  isUnknown,
  minutesBetween,
  plusWorkingMinutes,
  workingMinutesBetween,
  type Instant,
  type WorkingCalendar,
} from '@app/kernel';
import type { Pause, WorkingTerms } from './clock.events.js';

const MINUTE = 60_000;

/*
 * How a clock's time passes: round the clock, or within the working hours of its terms (B2), but for
 * its pauses. All that is reckoned of time stands here.
 */

/** From when on a clock runs, and within which hours; default: round the clock. */
interface Run {
  readonly from: Instant;
  readonly working?: WorkingTerms;
}

/** A moment in a clock's time. */
export interface Reached {
  /** When it is; where a year is awaited, when it is at the earliest. */
  readonly at: Instant;
  /** The year whose working calendar has to be published before it can be told. */
  readonly awaits?: string;
}

/**
 * When a clock has run for so many minutes, exact to the millisecond. A pause that begins as the last
 * of them ends counts still.
 *
 * @param pauses in their order, none within another; one without an end lasts until `now`
 */
export function ranFor(
  minutes: number,
  { from, working }: Run,
  pauses: readonly Pause[],
  now: Instant,
): Reached {
  let left = Math.round(minutes * MINUTE);
  let begin = from;
  let awaits: string | undefined;
  for (const { since, until } of pauses) {
    const goesOn = until ?? now;
    if (goesOn <= begin) continue;
    const stops = since > begin ? since : begin;
    const reached = passing(left, begin, working);
    if (reached.at < stops) return reached;
    // What is left is the least that can be, where some of the time lies in a year that is awaited.
    awaits ??= awaitedBefore(stops, reached);
    left -= Math.round(runBetween(begin, stops, working) * MINUTE);
    begin = goesOn;
  }
  const reached = left <= 0 ? { at: begin } : passing(left, begin, working);
  return awaits === undefined ? reached : { ...reached, awaits };
}

/** The year that is awaited, where a clock that is to reach that far runs in it before it stops. */
function awaitedBefore(stops: Instant, { awaits }: Reached): string | undefined {
  return awaits !== undefined && firstDayOf(awaits) < stops ? awaits : undefined;
}

/**
 * The minutes for which a clock runs between two instants; in a year whose working calendar is not
 * published all of them count, so that it can only be fewer.
 */
export function runBetween(from: Instant, until: Instant, working?: WorkingTerms): number {
  if (!working) return Math.max(0, minutesBetween(from, until));
  const { hours } = working;
  const minutes = workingMinutesBetween(calendarOf(working), from, until, hours);
  if (!isUnknown(minutes)) return minutes;
  const year = firstDayOf(minutes.unknownYear);
  if (year <= from) return minutesBetween(from, until);
  return runBetween(from, year, working) + minutesBetween(year, until);
}

/** The minutes for which these pauses kept a clock from running, rounded. */
export function minutesOf(pauses: readonly Pause[], now: Instant, working?: WorkingTerms): number {
  return Math.round(
    pauses.reduce((sum, { since, until }) => sum + runBetween(since, until ?? now, working), 0),
  );
}

/** A deadline has passed from here on: the second in which something is due still counts. */
export function lapseOf(due: Instant): Instant {
  return instant(Date.parse(due) + 1_000);
}

/** When so many milliseconds have passed, without pauses. */
function passing(length: number, from: Instant, working: WorkingTerms | undefined): Reached {
  if (!working) return { at: instant(Date.parse(from) + length) };
  const { hours } = working;
  const reached = plusWorkingMinutes(calendarOf(working), from, length / MINUTE, hours);
  if (!isUnknown(reached)) return { at: reached };
  return { at: reached.soonest, awaits: reached.unknownYear };
}

function calendarOf({ years }: WorkingTerms): WorkingCalendar {
  return new Map(years.map((each) => [each.year, each]));
}

function firstDayOf(year: string): Instant {
  return instantOf(`${year}-01-01`, '00:00');
}
