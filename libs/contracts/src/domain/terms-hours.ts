import { Invalid, type WorkingHours } from '@app/kernel';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/**
 * Hours that are promised end on the day on which they begin, 24:00 included, and no two of them share
 * a minute: it would count twice.
 *
 * @throws Invalid `hours-cross-midnight`, `hours-overlap`, pointing at the hours
 */
export function checkHours(hours: readonly WorkingHours[]): void {
  for (const [index, { from, until }] of hours.entries())
    if (endOf(until) <= from) throw crossMidnight(index);
  for (const day of WEEK) {
    const ofDay = hours
      .map((each, index) => ({ ...each, index }))
      .filter(({ days = WEEK }) => days.includes(day))
      .toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const second = ofDay.find(({ from }, index) => {
      const before = ofDay[index - 1];
      return before && from < endOf(before.until);
    });
    if (second) throw overlap(second.index);
  }
}

function endOf(until: string): string {
  return until === '00:00' ? '24:00' : until;
}

function crossMidnight(index: number): Invalid {
  const says = {
    zh: '服务时段须在同一天之内结束，最晚 24:00（写作 00:00）',
    en: 'hours end on the day on which they begin, at 24:00 (written 00:00) at the latest',
  };
  return new Invalid('hours-cross-midnight', says, `/terms/hours/${index}`);
}

function overlap(index: number): Invalid {
  const says = {
    zh: '同一天的服务时段不得重叠',
    en: 'hours of one day do not overlap',
  };
  return new Invalid('hours-overlap', says, `/terms/hours/${index}`);
}
