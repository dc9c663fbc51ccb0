import { instant, type Instant } from '@app/kernel';
import type { Pause } from './clock.events.js';

const MINUTE = 60_000;

/*
 * How a clock's time passes: round the clock, but for its pauses. All that is reckoned of time stands
 * here, so that terms with working hours need no other place.
 */

/**
 * When a clock has run for so many minutes, exact to the millisecond.
 *
 * @param pauses in their order, none within another; one without an end lasts until `now`
 */
export function ranFor(
  minutes: number,
  from: Instant,
  pauses: readonly Pause[],
  now: Instant,
): Instant {
  const start = Date.parse(from);
  let end = start + minutes * MINUTE;
  for (const { since, until } of pauses) {
    const begins = Math.max(start, Date.parse(since));
    const ends = Date.parse(until ?? now);
    if (begins <= end && ends > begins) end += ends - begins;
  }
  return instant(end);
}

/** The minutes of these pauses, rounded. */
export function minutesOf(pauses: readonly Pause[], now: Instant): number {
  const total = pauses.reduce(
    (sum, { since, until }) => sum + Math.max(0, Date.parse(until ?? now) - Date.parse(since)),
    0,
  );
  return Math.round(total / MINUTE);
}

/** A deadline has passed from here on: the second in which something is due still counts. */
export function lapseOf(due: Instant): Instant {
  return instant(Date.parse(due) + 1_000);
}
