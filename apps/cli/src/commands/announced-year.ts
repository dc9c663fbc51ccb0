import chineseDays from 'chinese-days';
import type { CalendarDay, Edition } from '@app/calendar';
import { plusDays, yearOf } from '@app/kernel';

/** Saturday and Sunday. */
const WEEKEND = [6, 7];

/**
 * The first edition of a year, from what the State Council has announced, as the installed version of
 * the package `chinese-days` has it. Undefined where it has nothing of that year: it calls every day
 * from Monday to Friday a working day then.
 */
export function announcedYear(year: string): Edition | undefined {
  const holidays: CalendarDay[] = [];
  const makeUpDays: CalendarDay[] = [];
  for (let date = `${year}-01-01`; yearOf(date) === year; date = plusDays(date, 1)) {
    const { work, name } = chineseDays.getDayDetail(date);
    // Of an announced day `English,中文,days`; of any other the day of the week.
    const [en, zh] = name.split(',');
    if (en && zh) (work ? makeUpDays : holidays).push({ date, name: { zh, en } });
  }
  if (holidays.length === 0) return undefined;
  return { year, edition: 1, restDays: WEEKEND, holidays, makeUpDays };
}
