import { plusDays, type LocalDate } from '@app/kernel';

/** Days from one date to another, both included. */
export interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** At most those of a year and a day, whatever was stored. */
const MOST = 367;

/** Every date of them, in order. */
export function daysOf({ from, until }: Days): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= until && days.length < MOST; day = plusDays(day, 1)) days.push(day);
  return days;
}

/** Every date of a month, `2026-03`. */
export function daysOfMonth(month: string): readonly LocalDate[] {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return daysOf({ from: `${month}-01`, until: `${month}-${String(last).padStart(2, '0')}` });
}

/** The months in which any of them lies, in order. */
export function monthsOfDays(days: Days): readonly string[] {
  return [...new Set(daysOf(days).map((day) => day.slice(0, 7)))];
}
