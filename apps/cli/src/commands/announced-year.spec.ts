import { describe, expect, test } from '@jest/globals';
import { isWorkingDay, workingDaysBetween } from '@app/kernel';
import { announcedYear } from './announced-year.js';

describe('the announced calendar of a year', () => {
  const year = announcedYear('2026')!;
  const calendar = new Map([['2026', year]]);

  test('names its holidays and the days that make up for them in both languages', () => {
    expect(year).toMatchObject({ year: '2026', edition: 1, restDays: [6, 7] });
    expect(year.holidays).toHaveLength(33);
    expect(year.holidays[0]).toEqual({
      date: '2026-01-01',
      name: { zh: '元旦', en: "New Year's Day" },
    });
    expect(year.makeUpDays.map(({ date }) => date)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  test('has 248 working days in 2026', () => {
    expect(workingDaysBetween(calendar, '2026-01-01', '2027-01-01')).toBe(248);
    expect(isWorkingDay(calendar, '2026-09-20')).toBe(true);
    expect(isWorkingDay(calendar, '2026-02-17')).toBe(false);
  });

  test('is not there before it is announced', () => {
    expect(announcedYear('2099')).toBeUndefined();
  });
});
