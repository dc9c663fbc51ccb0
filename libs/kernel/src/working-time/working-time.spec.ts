import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant, plusDays } from '../business-time.js';
import {
  dayKind,
  daysOffOf,
  dueAt,
  endOfWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  plusWorkingDays,
  plusWorkingMinutes,
  workingDaysBetween,
  workingMinutesBetween,
  type CalendarYear,
  type WorkingCalendar,
} from './index.js';

const days = (...dates: string[]) => dates.map((date) => ({ date }));
const of2026: CalendarYear = {
  restDays: [6, 7],
  holidays: days('2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'),
  makeUpDays: days('2026-09-20', '2026-10-10'),
};
const calendar: WorkingCalendar = new Map([['2026', of2026]]);
const unknown = { unknownYear: '2027' };
const moment = (text: string) => instant(`${text}+08:00`);
const office = [
  { from: '13:30', until: '17:30' },
  { from: '08:30', until: '12:00' },
];

describe('[V19] a day', () => {
  test.each([
    ['2026-09-30', 'working', true],
    ['2026-10-01', 'holiday', false],
    ['2026-10-03', 'rest', false],
    ['2026-10-10', 'make-up', true],
  ] as const)('%s is one of %s', (date, kind, worked) => {
    expect(dayKind(calendar, date)).toBe(kind);
    expect(isWorkingDay(calendar, date)).toBe(worked);
  });

  test('of a year that is not published is neither', () => {
    expect(dayKind(calendar, '2027-01-01')).toEqual(unknown);
    expect(isWorkingDay(calendar, '2027-01-04')).toEqual(unknown);
    const span = { from: moment('2026-12-31T10:00'), until: moment('2027-01-03T10:00') };
    expect(daysOffOf(calendar, span)).toEqual([]);
  });
});

describe('[V19] working days', () => {
  test('are counted over holidays, and on days that make up for them', () => {
    expect(nextWorkingDay(calendar, '2026-09-30')).toBe('2026-10-08');
    expect(plusWorkingDays(calendar, '2026-09-30', 3)).toBe('2026-10-10');
    expect(plusWorkingDays(calendar, '2026-10-03', 0)).toBe('2026-10-03');
    expect(workingDaysBetween(calendar, '2026-09-30', '2026-10-11')).toBe(4);
  });

  test('are known as far as the years are published', () => {
    expect(nextWorkingDay(calendar, '2026-12-30')).toBe('2026-12-31');
    expect(nextWorkingDay(calendar, '2026-12-31')).toEqual(unknown);
    expect(workingDaysBetween(calendar, '2026-12-31', '2027-01-01')).toBe(1);
    expect(workingDaysBetween(calendar, '2026-12-31', '2027-01-02')).toEqual(unknown);
  });

  test('whatever is added to a day lies so many working days behind it', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(40), (day, count) => {
        const from = plusDays('2026-01-01', day);
        const until = plusWorkingDays(calendar, from, count);
        if (typeof until !== 'string') throw new Error('the year is known');
        const behind = workingDaysBetween(calendar, plusDays(from, 1), plusDays(until, 1));
        expect(behind).toBe(count);
      }),
    );
  });

  test('end at 24:00 of the last', () => {
    expect(endOfWorkingDay(calendar, moment('2026-09-29T23:30'), 3)).toBe(
      moment('2026-10-10T00:00'),
    );
  });
});

describe('[V19] working hours', () => {
  test.each([
    ['within a span', '2026-09-30T09:00', 60, '2026-09-30T10:00'],
    ['up to its very end', '2026-09-30T09:00', 180, '2026-09-30T12:00'],
    ['over noon', '2026-09-30T11:00', 90, '2026-09-30T14:00'],
    ['over holidays', '2026-09-30T17:00', 60, '2026-10-08T09:00'],
    ['from a day of rest on', '2026-10-03T10:00', 30, '2026-10-08T09:00'],
    ['on a day that makes up for another', '2026-10-10T17:00', 30, '2026-10-10T17:30'],
    ['none, where they pass', '2026-09-30T09:00', 0, '2026-09-30T09:00'],
    ['none, where they begin next', '2026-09-30T17:30', 0, '2026-10-08T08:30'],
  ])('%s', (_, from, minutes, until) => {
    expect(plusWorkingMinutes(calendar, moment(from), minutes, office)).toBe(moment(until));
  });

  test('over midnight belong to the day on which they begin', () => {
    const night = [{ from: '22:00', until: '06:00' }];
    const add = (from: string) => plusWorkingMinutes(calendar, moment(from), 60, night);
    expect(add('2026-10-01T01:00')).toBe(moment('2026-10-01T02:00'));
    expect(add('2026-10-01T05:30')).toBe(moment('2026-10-08T22:30'));
  });

  test('wait for a year that is not published, and only where it counts', () => {
    const add = (minutes: number) =>
      plusWorkingMinutes(calendar, moment('2026-12-31T17:00'), minutes, office);
    expect(add(30)).toBe(moment('2026-12-31T17:30'));
    expect(add(31)).toEqual({ ...unknown, soonest: moment('2027-01-01T00:01') });
    const within = plusWorkingMinutes(calendar, moment('2027-01-04T09:00'), 31, office);
    expect(within).toEqual({ ...unknown, soonest: moment('2027-01-04T09:31') });
  });

  const weekly = [
    { days: [1, 2, 3, 4], from: '08:30', until: '17:30' },
    { days: [5], from: '08:30', until: '12:00' },
    { days: [7], from: '10:00', until: '11:00' },
  ];

  test.each([
    ['differ from day to day', '2026-09-25T11:30', 60, '2026-09-28T09:00'],
    ['of a make-up day are its own', '2026-09-19T10:00', 60, '2026-09-20T11:00'],
    ['else those of a Monday', '2026-10-10T07:00', 240, '2026-10-10T12:30'],
    ['and none of a day of rest', '2026-09-26T10:00', 30, '2026-09-28T09:00'],
  ])('by the day of the week %s', (_, from, minutes, until) => {
    expect(plusWorkingMinutes(calendar, moment(from), minutes, weekly)).toBe(moment(until));
  });

  test('between two instants are those that were added', () => {
    const within = fc.record({
      minutes: fc.integer({ min: 1, max: 5_000 }),
      from: fc.integer({ min: 0, max: 280 * 24 * 60 }),
      hours: fc.constantFrom(office, weekly, [{ from: '22:00', until: '06:00' }]),
    });
    fc.assert(
      fc.property(within, ({ minutes, from, hours }) => {
        const at = instant(Date.parse(moment('2026-01-02T00:00')) + from * 60_000);
        const until = plusWorkingMinutes(calendar, at, minutes, hours);
        if (typeof until !== 'string') throw new Error('the year is known');
        expect(workingMinutesBetween(calendar, at, until, hours)).toBe(minutes);
      }),
    );
  });

  test('between two instants are known as far as the years are published', () => {
    const between = (from: string, until: string) =>
      workingMinutesBetween(calendar, moment(from), moment(until), office);
    expect(between('2026-12-31T17:00', '2027-01-01T00:00')).toBe(30);
    expect(between('2026-12-31T17:00', '2027-01-01T00:01')).toEqual(unknown);
    expect(between('2026-09-30T17:00', '2026-09-30T16:00')).toBe(0);
  });

  test('there must be some', () => {
    expect(() => plusWorkingMinutes(calendar, moment('2026-09-30T09:00'), 1, [])).toThrow(
      RangeError,
    );
  });
});

test('[V19] a time is agreed in working days or within working hours', () => {
  const after = moment('2026-09-30T17:00');
  expect(dueAt(calendar, { after, workingDays: 1 })).toBe(moment('2026-10-09T00:00'));
  expect(dueAt(calendar, { after, workingMinutes: 60, hours: office })).toBe(
    moment('2026-10-08T09:00'),
  );
});

test('[V19] what waits for a year alone is due once it is published, and no sooner than it says', () => {
  const after = moment('2026-12-31T17:00');
  expect(dueAt(calendar, { after, published: '2026' })).toBe(after);
  expect(dueAt(calendar, { after, published: '2027' })).toEqual(unknown);
});
