import { expect, test } from '@jest/globals';
import { classified, totalsOf, type Consumed } from './consumption.js';

const consumed = (sku: string, fen: number, quantity = '1'): Consumed => ({
  ...{ sku, name: sku, class: 'part', quantity },
  fen: String(fen),
});
const shares = { a: 80, b: 95 };

test('[R15] what is consumed most is of class A up to its share, then B, then C', () => {
  const rows = classified(
    [consumed('C', 400), consumed('A1', 5_000), consumed('B', 1_600), consumed('A2', 3_000)],
    shares,
  );
  expect(rows.map(({ sku, share, cumulative, abc }) => [sku, share, cumulative, abc])).toEqual([
    ['A1', '50.00', '50.00', 'A'],
    ['A2', '30.00', '80.00', 'A'],
    ['B', '16.00', '96.00', 'B'],
    ['C', '4.00', '100.00', 'C'],
  ]);
  expect(totalsOf(rows)).toEqual([
    { abc: 'A', materials: 2, value: '80.00' },
    { abc: 'B', materials: 1, value: '16.00' },
    { abc: 'C', materials: 1, value: '4.00' },
  ]);
});

test('[R15] the one that is consumed alone is of class A; what has come back, or cost nothing, of none', () => {
  const rows = classified([consumed('X', 1), consumed('Y', 0), consumed('Z', -500)], shares);
  expect(rows).toMatchObject([{ sku: 'X', share: '100.00', abc: 'A' }]);
  expect(classified([], shares)).toEqual([]);
});

test('[R15] of equal values the order is that of the numbers, and shares are rounded half up', () => {
  const rows = classified([consumed('Y', 1), consumed('X', 1), consumed('W', 1)], shares);
  expect(rows.map(({ sku, cumulative }) => [sku, cumulative])).toEqual([
    ['W', '33.33'],
    ['X', '66.67'],
    ['Y', '100.00'],
  ]);
});
