import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, plusDays, type LocalDate, type WorkingCalendar } from '@app/kernel';
import { contractDecider } from '../domain/contract.decider.js';
import type { DrawnContract } from '../domain/contract.state.js';
import { dayOf } from '../domain/planning.js';
import type { OnDaysOff } from '../domain/terms.js';
import { concluded, PLAN, TERMS } from '../testing/contracts.js';
import { datesOf, rulesOf } from './recurrence.js';

const dates = (rule: string, first: string, from: string, until: string) =>
  datesOf({ rule, first }, from, until);

describe('a rule that comes round', () => {
  test('[B2] at the end of the month leaves no month out', () => {
    expect(dates('FREQ=MONTHLY', '2026-01-31', '2026-01-01', '2026-06-30')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ]);
    expect(dates('FREQ=YEARLY', '2024-02-29', '2024-01-01', '2028-12-31')).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  test.each([
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-15', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['FREQ=MONTHLY;BYDAY=2TU', '2026-01-01', ['2026-01-13', '2026-02-10', '2026-03-10']],
    ['FREQ=WEEKLY;INTERVAL=5;BYDAY=TH', '2026-01-01', ['2026-01-01', '2026-02-05', '2026-03-12']],
  ])('[B2] as RFC 5545 says: %s', (rule, first, expected) => {
    expect(dates(rule, first, '2026-01-01', '2026-03-31')).toEqual(expected);
  });

  test('[B2] names the same dates, wherever one begins to ask', () => {
    const whole = dates('FREQ=MONTHLY;INTERVAL=3', '2026-01-31', '2026-01-01', '2027-12-31');
    const parts = ['2026-01-01', '2026-04-30', '2026-05-01', '2027-01-31'].map((from, index, all) =>
      dates(
        'FREQ=MONTHLY;INTERVAL=3',
        '2026-01-31',
        from,
        all[index + 1] ? plusDays(all[index + 1]!, -1) : '2027-12-31',
      ),
    );
    expect(parts.flat()).toEqual(whole);
  });
});

test('[B2] the plans of each of its terms count while those hold, as far as the calendar is published', () => {
  const { type, data, ...rest } = concluded()[0]!;
  const amended = { ...rest, type: 'ContractAmended', data: { ...data, from: '2026-07-01' } };
  const terms = { ...TERMS, maintenance: [{ ...PLAN, first: '2026-03-15' }] };
  const contract = fold(contractDecider, [
    ...concluded(TERMS, { until: '2027-12-31' }),
    { ...amended, data: { ...amended.data, terms } } as never,
  ]) as DrawnContract;
  const published: WorkingCalendar = new Map([
    ['2026', { restDays: [], holidays: [], makeUpDays: [] }],
  ]);
  expect(rulesOf(contract, '2026-04-01', published)).toEqual([
    { plan: 'pump', since: '2026-01-01', dates: ['2026-06-30'] },
    { plan: 'pump', since: '2026-07-01', dates: ['2026-09-15', '2026-12-15'] },
  ]);
  expect(type).toBe('ContractDrafted');
});

/* The reference walks through ten years day by day, and knows no library. */

const [BEGIN, END] = ['2026-01-01', '2035-12-31'];

interface Ruled {
  readonly rule: string;
  readonly is: (date: LocalDate, first: LocalDate) => boolean;
}

const dayOfMonth = (date: LocalDate) => Number(date.slice(8));
const monthOf = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const lastOfMonth = (date: LocalDate) => monthOf(plusDays(date, 1)) !== monthOf(date);
const weekday = (date: LocalDate) => new Date(`${date}T00:00:00Z`).getUTCDay();
const days = (from: LocalDate, until: LocalDate) =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
const monday = (date: LocalDate) => plusDays(date, -((weekday(date) + 6) % 7));
/** The day of `first`, or the last of a month that lacks it. */
const dayOfFirst = (date: LocalDate, first: LocalDate) =>
  dayOfMonth(date) === dayOfMonth(first) ||
  (lastOfMonth(date) && dayOfMonth(date) < dayOfMonth(first));
const NAMES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const everyRule: fc.Arbitrary<Ruled> = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((every) => ({
    rule: `FREQ=MONTHLY;INTERVAL=${every}`,
    is: (date: LocalDate, first: LocalDate) =>
      (monthOf(date) - monthOf(first)) % every === 0 && dayOfFirst(date, first),
  })),
  fc.integer({ min: 1, max: 10 }).map((every) => ({
    rule: `FREQ=YEARLY;INTERVAL=${every}`,
    is: (date: LocalDate, first: LocalDate) =>
      (monthOf(date) - monthOf(first)) % (12 * every) === 0 && dayOfFirst(date, first),
  })),
  fc.integer({ min: 1, max: 12 }).map((every) => ({
    rule: `FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=-1`,
    is: (date: LocalDate, first: LocalDate) =>
      (monthOf(date) - monthOf(first)) % every === 0 && lastOfMonth(date),
  })),
  fc
    .record({ day: fc.integer({ min: 0, max: 6 }), nth: fc.constantFrom(-1, 1, 2, 3, 4) })
    .map(({ day, nth }) => ({
      rule: `FREQ=MONTHLY;BYDAY=${nth}${NAMES[day]}`,
      is: (date: LocalDate) =>
        weekday(date) === day &&
        (nth === -1
          ? monthOf(plusDays(date, 7)) !== monthOf(date)
          : Math.ceil(dayOfMonth(date) / 7) === nth),
    })),
  fc
    .record({ day: fc.integer({ min: 0, max: 6 }), every: fc.integer({ min: 1, max: 52 }) })
    .map(({ day, every }) => ({
      rule: `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${NAMES[day]}`,
      is: (date: LocalDate, first: LocalDate) =>
        weekday(date) === day && (days(monday(first), monday(date)) / 7) % every === 0,
    })),
);

const anyDate = (until: LocalDate) =>
  fc.integer({ min: 0, max: days(BEGIN, until) }).map((nth) => plusDays(BEGIN, nth));

test('[B2] the dates of a rule over ten years are those of the rule, and no others', () => {
  fc.assert(
    fc.property(everyRule, anyDate('2027-12-31'), ({ rule, is }, first) => {
      const expected: LocalDate[] = [];
      for (let date = first; date <= END; date = plusDays(date, 1))
        if (is(date, first)) expected.push(date);
      expect(datesOf({ rule, first }, BEGIN, END)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
}, 60_000);

/** Those that come round soonest meet most holidays. */
const everyWeek: fc.Arbitrary<Pick<Ruled, 'rule'>> = fc
  .constantFrom(...NAMES)
  .map((day) => ({ rule: `FREQ=WEEKLY;BYDAY=${day}` }));

/** Ten years in which weekends are free, and the week of National Day with the days that make up for it. */
const TEN_YEARS: WorkingCalendar = new Map(
  Array.from({ length: 10 }, (_, nth) => {
    const year = String(2026 + nth);
    const holidays = ['01', '02', '03', '04', '05', '06', '07'].map((day) => ({
      date: `${year}-10-${day}`,
    }));
    const makeUpDays = ['09-27', '10-10']
      .map((day) => ({ date: `${year}-${day}` }))
      .filter(({ date }) => [0, 6].includes(weekday(date)));
    return [year, { restDays: [6, 7], holidays, makeUpDays }];
  }),
);

const works = (date: LocalDate) => {
  const { holidays, makeUpDays } = TEN_YEARS.get(date.slice(0, 4))!;
  const among = (list: readonly { date: string }[]) => list.some((each) => each.date === date);
  return among(makeUpDays) || (!among(holidays) && ![0, 6].includes(weekday(date)));
};

test('[B2] over ten years each round has one day of its own, which is worked and next to its date', () => {
  const either = fc.constantFrom<OnDaysOff>('next', 'previous');
  fc.assert(
    fc.property(
      fc.oneof(everyRule, everyWeek),
      anyDate('2026-12-31'),
      either,
      ({ rule }, first, onDaysOff) => {
        const named = datesOf({ rule, first }, first, END);
        const given: LocalDate[] = [];
        for (const [index, date] of named.entries()) {
          const within = { from: first, until: END, last: given.at(-1), next: named[index + 1] };
          given.push(dayOf({ onDaysOff }, date, within, TEN_YEARS) as LocalDate);
        }
        expect(new Set(given).size).toBe(named.length);
        for (const [index, day] of given.entries()) {
          const date = named[index]!;
          if (works(date)) expect(day).toBe(date);
          else if (day !== date) expect(works(day)).toBe(true);
          const [near, far] = day < date ? [day, date] : [date, day];
          for (let each = plusDays(near, 1); each < far; each = plusDays(each, 1))
            expect(works(each)).toBe(false);
        }
      },
    ),
    { numRuns: 10 },
  );
}, 60_000);

describe('a date in the week of National Day', () => {
  const on = (date: string, onDaysOff: OnDaysOff, more: object = {}) =>
    dayOf({ onDaysOff }, date, { from: BEGIN, until: END, next: undefined, ...more }, TEN_YEARS);

  test('[B2] comes to the first working day after it, to the last before it, or stays', () => {
    expect(on('2026-10-01', 'next')).toBe('2026-10-08');
    expect(on('2026-10-01', 'previous')).toBe('2026-09-30');
    expect(on('2026-10-01', 'kept')).toBe('2026-10-01');
    expect(on('2026-09-27', 'next')).toBe('2026-09-27');
  });

  test('[B2] has a day of its own where a whole week between two weekends is free', () => {
    const saturdays = { next: '2029-10-06' };
    expect(on('2029-09-29', 'previous', saturdays)).toBe('2029-09-28');
    expect(on('2029-10-06', 'previous', { last: '2029-09-28' })).toBe('2029-10-08');
    expect(on('2029-09-29', 'next', saturdays)).toBe('2029-09-28');
  });

  test('[B2] goes the other way rather than to the next round, or out of the term', () => {
    expect(on('2026-10-01', 'next', { next: '2026-10-08' })).toBe('2026-09-30');
    expect(on('2026-10-01', 'next', { until: '2026-10-07' })).toBe('2026-09-30');
    expect(on('2026-10-01', 'previous', { from: '2026-10-01' })).toBe('2026-10-08');
    expect(on('2026-10-01', 'next', { from: '2026-10-01', until: '2026-10-05' })).toBe(
      '2026-10-01',
    );
  });
});
