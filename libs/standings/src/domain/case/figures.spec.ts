import { describe, expect, test } from '@jest/globals';
import { Invalid } from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import { openedCase, report } from '../../testing/cases.js';
import { standingDecider } from '../standing.decider.js';
import { lastMomentOf } from './figures.js';

const given = specification(standingDecider);

/* Every boundary of every article that figures decide, in per cent of a target of 100. */
const BOUNDARIES: readonly (readonly [string, string, string, boolean])[] = [
  ['D14', 'half-year', '99.99', false],
  ['D14', 'half-year', '100.00', true],
  ['D14', 'year', '99.99', false],
  ['D14', 'year', '100.00', true],
  ['D14', 'exceeded', '119.99', false],
  ['D14', 'exceeded', '120.00', true],
  ['D14', 'exceeded', '149.99', true],
  ['D14', 'exceeded', '150.00', false],
  ['D14', 'far-exceeded', '149.99', false],
  ['D14', 'far-exceeded', '150.00', true],
  ['D14', 'three-years', '99.99', false],
  ['D14', 'three-years', '100.00', true],
  ['D19', 'three-months', '99.99', true],
  ['D19', 'three-months', '100.00', false],
  ['D24', 'half-year', '69.99', true],
  ['D24', 'half-year', '70.00', false],
  ['D24', 'year', '79.99', true],
  ['D24', 'year', '80.00', false],
  ['D32', 'year', '99.99', false],
  ['D32', 'year', '100.00', true],
  ['D32', 'exceeded', '119.99', false],
  ['D32', 'exceeded', '120.00', true],
  ['D32', 'exceeded', '149.99', true],
  ['D32', 'exceeded', '150.00', false],
  ['D32', 'far-exceeded', '149.99', false],
  ['D32', 'far-exceeded', '150.00', true],
  ['D32', 'three-years', '99.99', false],
  ['D32', 'three-years', '100.00', true],
  ['D34', 'three-months', '99.99', true],
  ['D34', 'three-months', '100.00', false],
  ['D36', 'half-year', '69.99', true],
  ['D36', 'half-year', '70.00', false],
  ['D36', 'year', '79.99', true],
  ['D36', 'year', '80.00', false],
];

const PERIODS: Readonly<Record<string, readonly string[]>> = {
  'half-year': ['2026-H1'],
  'three-years': ['2024', '2025', '2026'],
  'three-months': ['2025-12', '2026-01', '2026-02'],
};

const figuresOf = (periods: readonly string[], result: string, target = '100.00') =>
  periods.map((period) => ({ period, target, result }));

/** Told after the year is over. */
const reported = (name: string, figures: ReturnType<typeof figuresOf>) => ({
  ...report(name, { figures }),
  occurredAt: '2027-02-01T01:00:00.000Z',
});

test.each([
  ['D14', 'D14'],
  ['D19', 'D19'],
  ['D24', 'D24'],
  ['D32', 'D32'],
  ['D34', 'D34'],
  ['D36', 'D36'],
])('[%s] what figures decide, at every boundary of %s', (article) => {
  const rows = BOUNDARIES.filter(([id]) => id === article);
  expect(rows.length).toBeGreaterThan(1);
  for (const [, clause, result, counts] of rows) {
    const periods = PERIODS[clause] ?? ['2026'];
    const figures = figuresOf(periods, result);
    const name = `${article}.${clause}`;
    const when = given().when(reported(name, figures));
    if (counts)
      when.then(openedCase(1, name, { figures, happenedAt: lastMomentOf(periods.at(-1)!) }));
    else when.thenRefusedUnder(article, 'figures-out-of-bounds');
  }
});

test('[D8] annual figures count in December, half-year ones in June, monthly ones in their month', () => {
  expect(lastMomentOf('2026')).toBe('2026-12-31T15:59:59.999Z');
  expect(lastMomentOf('2026-H1')).toBe('2026-06-30T15:59:59.999Z');
  expect(lastMomentOf('2026-02')).toBe('2026-02-28T15:59:59.999Z');
  expect(lastMomentOf('2028-02')).toBe('2028-02-29T15:59:59.999Z');
});

describe('[D19] [D34] three months one after another', () => {
  const refused = (figures: ReturnType<typeof figuresOf>) =>
    given()
      .when(reported('D19.three-months', figures))
      .thenRefusedUnder('D19', 'not-the-periods-of-the-article');

  test('one that is left out, one too few, and another kind of period make none', () => {
    refused(figuresOf(['2025-12', '2026-01', '2026-03'], '10.00'));
    refused(figuresOf(['2026-01', '2026-02'], '10.00'));
    refused(figuresOf(['2024', '2025', '2026'], '10.00'));
    given()
      .when(report('D19.three-months', { figures: [] }))
      .thenRefusedUnder('D19', 'not-the-periods-of-the-article');
  });

  test('one month that was met ends the streak', () => {
    const [first, second, third] = figuresOf(['2026-01', '2026-02', '2026-03'], '10.00');
    given()
      .when(reported('D19.three-months', [first!, { ...second!, result: '100.00' }, third!]))
      .thenRefusedUnder('D19', 'figures-out-of-bounds');
  });
});

test('[D24] a target of zero is not evaluated', () => {
  given()
    .when(reported('D24.year', figuresOf(['2026'], '0.00', '0.00')))
    .thenThrows(Invalid, 'target-of-zero');
});

test('[D36] a period is not evaluated before it is over', () => {
  given()
    .when({
      ...reported('D36.year', figuresOf(['2026'], '1.00')),
      occurredAt: '2026-12-31T15:59:00.000Z',
    })
    .thenThrows(Invalid, 'not-yet');
});
