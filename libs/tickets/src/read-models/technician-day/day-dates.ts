import { datesOf, type Instant } from '@app/kernel';
import type { DayVisit } from './technician-day.row.js';

/** The window, and the days that it touches. */
export function at({ window }: Pick<DayVisit, 'window'>): Pick<DayVisit, 'window' | 'dates'> {
  return { window, dates: datesOf(window) };
}

/** The hour at which the work goes on, on whatever day. */
export function backAt({ dates }: DayVisit, resumesAt: Instant | null): Partial<DayVisit> {
  if (resumesAt === null) return {};
  const then = datesOf({ from: resumesAt, until: resumesAt });
  return { resumesAt, dates: [...new Set([...dates, ...then])], delayedUntil: null };
}
