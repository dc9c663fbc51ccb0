import { expect, test } from '@jest/globals';
import { csvOf } from './stock-report.csv.js';
import { reportOf } from './stock-report.js';

const counted = (told: string, thousandths: number, fen: number, place = 'main') => ({
  sku: 'CAP-35',
  place,
  told: told as 'opening',
  thousandths: String(thousandths),
  fen: String(fen),
});
const lines = [
  counted('opening', 10_000, 10_000),
  counted('MaterialReceived', 2_500, 3_001),
  counted('MaterialIssued', -3_000, -3_120),
  counted('MaterialUsed', -1_000, -1_040),
  counted('UncoveredUseExplained', -500, -520),
  counted('StockAdjusted', -1_000, -1_040),
  counted('StockCountUpheld', 500, 520),
  counted('PriceDifferenceBooked', 0, -77),
  counted('late', -1_000, -1_000),
  counted('opening', 1_000, 1_000, 'van-1'),
];

test('[R15] opening + in − out ± adjustment + price difference + late = closing, to the fen', () => {
  const [main, van] = reportOf(lines);
  expect(main).toMatchObject({
    opening: { quantity: '10', value: '100.00' },
    in: { received: { quantity: '2.5', value: '30.01' }, takenIn: { quantity: '0' } },
    out: { issued: { quantity: '3', value: '31.20' }, used: { quantity: '1.5', value: '15.60' } },
    adjusted: { quantity: '-0.5', value: '-5.20' },
    priceDifference: { quantity: '0', value: '-0.77' },
    late: { quantity: '-1', value: '-10.00' },
    closing: { quantity: '6.5', value: '67.24' },
  });
  expect(van).toMatchObject({ place: 'van-1', closing: { quantity: '1', value: '10.00' } });
  expect(reportOf([])).toEqual([]);
});

test('[R15] as a table it has a mark, a heading, a line for each row, and as many cells in each', () => {
  const table = csvOf(reportOf(lines));
  const [heading, ...rows] = table.slice(1).trimEnd().split('\r\n');
  expect(table.startsWith('\uFEFF物料,库位,期初数量,期初金额')).toBe(true);
  expect(rows.map((row) => row.split(',').length)).toEqual([31, 31]);
  expect(heading!.split(',')).toHaveLength(31);
  expect(rows[0]).toMatch(/^CAP-35,main,10,100.00,.*,-0.5,-5.20,-0.77,-1,-10.00,6.5,67.24$/);
});
