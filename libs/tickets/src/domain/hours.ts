import { minutesBetween, type Span } from '@app/kernel';

/** Hours of a span as they are logged: from its minutes, two places, rounded half up; `1.50`. */
export function hoursOf({ from, until }: Span): string {
  const seconds = minutesBetween(from, until) * 60;
  return (Math.floor(seconds / 36 + 0.5) / 100).toFixed(2);
}
