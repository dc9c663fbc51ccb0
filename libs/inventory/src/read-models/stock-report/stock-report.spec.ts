import { expect, test } from '@jest/globals';
import { csvOf } from './stock-report.csv.js';
import { reportOf } from './stock-report.js';

const counted = (place: string, ...told: readonly string[]) => ({
  sku: 'CAP-35',
  place,
  told: told.join(','),
});
const lines = [
  counted(
    'main',
    'opening 10000 10000',
    'MaterialReceived 2500 3001',
    'MaterialIssued -3000 -3120',
    'MaterialUsed -1000 -1040',
    'UncoveredUseExplained -500 -520',
    'StockAdjusted -1000 -1040',
    'StockCountUpheld 500 520',
    'PriceDifferenceBooked 0 -77',
    'late -1000 -1000',
  ),
  counted('van-1', 'opening 1000 1000'),
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
