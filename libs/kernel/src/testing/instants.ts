import type { Instant, LocalTime, Span } from '../time.js';
import { instant } from '../business-time.js';

/** The business day on which the tests play, a Monday. */
export const DAY = '2026-03-02';

/** A time of the business day in Shanghai; `day` counts days after it. */
export function at(time: LocalTime, day = 0): Instant {
  return instant(Date.parse(`${DAY}T${time}:00+08:00`) + day * 24 * 60 * 60_000);
}

/** From one time of the business day to another. */
export function span(from: LocalTime, until: LocalTime, day = 0): Span {
  return { from: at(from, day), until: at(until, day) };
}

/** The instant that a test names: a clock time is one of the business day. */
export function moment(time: LocalTime | Instant): Instant {
  return time.length === 5 ? at(time) : time;
}
