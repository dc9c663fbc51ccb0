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

test('[R15] however large, to the fen, and below one without losing a sign', () => {
  const digits = '9'.repeat(17);
  const [large, small, none] = reportOf([
    counted('a', `opening ${digits} ${digits}`, 'MaterialSold -1 -1', 'late 2 3'),
    counted('b', 'opening 5 5', 'MaterialSold -10 -7', 'MaterialUseTakenBack 1 0'),
    counted('c', 'opening -1500 0', 'MaterialSold 1500 0'),
  ]);
  expect(large).toMatchObject({
    opening: { quantity: '99999999999999.999', value: '999999999999999.99' },
    closing: { quantity: '100000000000000', value: '1000000000000000.01' },
  });
  expect(small).toMatchObject({
    opening: { quantity: '0.005', value: '0.05' },
    out: {
      sold: { quantity: '0.01', value: '0.07' },
      used: { quantity: '-0.001', value: '0.00' },
    },
    closing: { quantity: '-0.004', value: '-0.02' },
  });
  expect(none).toMatchObject({ opening: { quantity: '-1.5' }, closing: { quantity: '0' } });
});

test('[R12] [R15] what was used uncovered stands beside what the row comes to, without a value, and alone where there is nothing else', () => {
  const some = [
    counted('hands-li-wei', 'opening 2000 2400', 'uncovered 1500 0', 'uncovered 500 0'),
    counted('hands-sun-li', 'uncovered 1000 0', 'MaterialUsed 0 0'),
    counted('van-1', 'opening 1000 1000', 'uncovered 0 0'),
  ];
  const rows = reportOf(some);
  expect(rows).toMatchObject([
    {
      uncovered: '2',
      out: { used: { quantity: '0' } },
      closing: { quantity: '2', value: '24.00' },
    },
    { uncovered: '1', closing: { quantity: '0', value: '0.00' } },
    { closing: { quantity: '1' } },
  ]);
  expect(rows[2]).not.toHaveProperty('uncovered');
  expect(reportOf([counted('hands-wu-ting', 'uncovered 0 0')])).toEqual([]);
  const [heading, ...cells] = csvOf(rows).slice(1).trimEnd().split('\r\n');
  expect(heading).toMatch(/,期末金额,待说明的使用数量 \/ uncovered quantity$/);
  expect(cells.map((row) => row.split(',').slice(30))).toEqual([
    ['24.00', '2'],
    ['0.00', '1'],
    ['10.00', '0'],
  ]);
});

test('[R15] as a table it has a mark, a heading, a line for each row, and as many cells in each', () => {
  const table = csvOf(reportOf(lines));
  const [heading, ...rows] = table.slice(1).trimEnd().split('\r\n');
  expect(table.startsWith('\uFEFF物料,库位,期初数量,期初金额')).toBe(true);
  expect(rows.map((row) => row.split(',').length)).toEqual([31, 31]);
  expect(heading!.split(',')).toHaveLength(31);
  expect(rows[0]).toMatch(/^CAP-35,main,10,100.00,.*,-0.5,-5.20,-0.77,-1,-10.00,6.5,67.24$/);
});
