import { expect, test } from '@jest/globals';
import { specification } from '@app/kernel/src/testing/specification.js';
import { clauseOf, report } from '../../testing/cases.js';
import { standingDecider } from '../standing.decider.js';
import { isWithin, lastMomentOf } from './figures.js';

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
  for (const [, name, result, counts] of rows) {
    const { thresholds = {} } = clauseOf(`${article}.${name}`);
    const figure = { period: '2026', target: '100.00', result };
    expect([name, result, isWithin(figure, thresholds)]).toEqual([name, result, counts]);
    // Nobody reports a percentage: it is evaluated from what is kept.
    given()
      .when(report(`${article}.${name}`))
      .thenRefusedUnder(article, 'figures-are-evaluated');
  }
});

test('[D8] annual figures count in December, half-year ones in June, monthly ones in their month', () => {
  expect(lastMomentOf('2026')).toBe('2026-12-31T15:59:59.999Z');
  expect(lastMomentOf('2026-H1')).toBe('2026-06-30T15:59:59.999Z');
  expect(lastMomentOf('2026-02')).toBe('2026-02-28T15:59:59.999Z');
  expect(lastMomentOf('2028-02')).toBe('2028-02-29T15:59:59.999Z');
});
