import { instantOf, localDate, plusDays, type Instant, type LocalDate } from '@app/kernel';

/**
 * The end of the working day that is so many after an instant's own, which does not count: the first
 * moment of the day after it. Working days are Monday to Friday.
 */
export function endOfWorkingDays(at: Instant, days: number): Instant {
  let date = localDate(at);
  for (let left = days; left > 0;) {
    date = plusDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return instantOf(plusDays(date, 1), '00:00');
}

function isWorkingDay(date: LocalDate): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day !== 0 && day !== 6;
}
