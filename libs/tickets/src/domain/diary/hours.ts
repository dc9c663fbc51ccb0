import { minutesBetween, type Span } from '@app/kernel';

/** Hours of a span as they are logged: from its minutes, two places, rounded half up; `1.50`. */
export function hoursOf({ from, until }: Span): string {
  const milliseconds = Math.round(minutesBetween(from, until) * 60_000);
  return (Math.floor((milliseconds + 18_000) / 36_000) / 100).toFixed(2);
}
