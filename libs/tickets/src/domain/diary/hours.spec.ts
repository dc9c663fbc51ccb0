import { expect, test } from '@jest/globals';
import { at, span } from '../../testing/ticket.builders.js';
import { hoursOf } from './hours.js';

test.each([
  ['10:00', '11:00', '1.00'],
  ['10:00', '10:40', '0.67'],
  ['10:00', '10:20', '0.33'],
  ['10:00', '11:30', '1.50'],
])('from %s until %s it is %s hours', (from, until, hours) => {
  expect(hoursOf(span(from, until))).toBe(hours);
});

test('half a hundredth is rounded up, a moment less down', () => {
  const after = (ms: number) => ({
    from: at('10:00'),
    until: new Date(Date.parse(at('10:00')) + ms).toISOString(),
  });
  expect(hoursOf(after(18_000))).toBe('0.01');
  expect(hoursOf(after(17_999))).toBe('0.00');
  expect(hoursOf(after(54_000))).toBe('0.02');
});
