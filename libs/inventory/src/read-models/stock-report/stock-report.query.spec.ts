import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fen, localDate, plusMinutes } from '@app/kernel';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { event, hands, main } from '../../testing/stock.js';
import { stockBalanceModel } from '../stock-balance/stock-balance.read-model.js';
import { StockReportHandler, StockReportQuery, type ReportOf } from './stock-report.query.js';

let readSide: ReadSide;
const now = new Date().toISOString();
const daysAgo = (days: number) => plusMinutes(now, -days * 24 * 60);
const day = (days: number) => localDate(daysAgo(days));

const received = (quantity: number, at: string) =>
  event(
    'MaterialReceived',
    {
      ...main,
      quantity,
      value: '10.00',
      slip: 'R',
      unitCost: '1.00',
      supplier: 'x',
      deliveryNote: 'x',
    },
    at,
  );
const scrapped = (quantity: number, value: string, at: string) =>
  event('MaterialScrapped', { ...main, quantity, value, reason: 'x' }, at);

const report = async (asked: ReportOf) =>
  new StockReportHandler(readSide.asOf, readSide.dataSource).execute(
    new StockReportQuery(asked, await readSide.store.head()),
  );

beforeAll(async () => {
  readSide = await ReadSide.start(stockBalanceModel);
  // Recorded today: what happened in an earlier period was told after its end.
  await readSide.happenedIn('stock-CAP-35:main', received(10, daysAgo(3)), received(5, now));
  const taken = { ...hands, quantity: 1, value: '1.00', from: 'main', why: 'issued' as const };
  await readSide.happenedIn('stock-CAP-35:hands-li-wei', event('MaterialTakenIn', taken, now));
});

afterAll(() => readSide.stop());

test('[R15] what happened in a period and was told after its end has a column of its own', async () => {
  const then = await report({ from: day(3), until: day(3), place: 'main' });
  expect(then.rows).toMatchObject([
    {
      opening: { quantity: '0' },
      in: { received: { quantity: '0', value: '0.00' } },
      late: { quantity: '10', value: '10.00' },
      closing: { quantity: '10', value: '10.00' },
    },
  ]);
  const today = await report({ from: day(0), until: day(0) });
  expect(today.rows).toMatchObject([
    { place: 'hands-li-wei', in: { takenIn: { quantity: '1' } }, closing: { value: '1.00' } },
    {
      place: 'main',
      opening: { quantity: '10', value: '10.00' },
      in: { received: { quantity: '5', value: '10.00' } },
      late: { quantity: '0' },
      closing: { quantity: '15', value: '20.00' },
    },
  ]);
});

test('[R15] made again as of its position it says the same, whatever has been told since', async () => {
  const period = { from: day(3), until: day(0) };
  const first = await report(period);
  await readSide.happenedIn('stock-CAP-35:main', scrapped(2, '2.00', daysAgo(2)));
  const again = await report({ ...period, position: BigInt(first.position) });
  expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  const newer = await report(period);
  expect(BigInt(newer.position)).toBeGreaterThan(BigInt(first.position));
  expect(newer.rows).not.toEqual(first.rows);
});

test('[R15] the closing of a period opens the next, for any chain of periods', async () => {
  for (const chain of [
    [
      [4, 3],
      [2, 2],
      [1, 0],
    ],
    [
      [4, 4],
      [3, 1],
      [0, 0],
    ],
  ] as const) {
    let before = { quantity: '0', value: '0.00' };
    for (const [from, until] of chain) {
      const { rows } = await report({ from: day(from), until: day(until), place: 'main' });
      const row = rows[0];
      expect(row?.opening ?? before).toEqual(before);
      before = row?.closing ?? before;
    }
    expect(before).toEqual({ quantity: '13', value: '18.00' });
  }
});

test('[R15] of one material, and of none', async () => {
  const { rows } = await report({ from: day(0), until: day(0), sku: 'CAP-none' });
  expect(rows).toEqual([]);
  const all = await report({ from: day(0), until: day(0) });
  const worth = all.rows.reduce((sum, { closing }) => sum + fen(closing.value), 0n);
  expect(worth).toBe(1900n);
});

test('[R12] what was used uncovered is shown, without a value, as long as nothing explains it, and what was made before is made again', async () => {
  const days = { from: day(3), until: day(0), place: hands.place };
  const before = await report(days);
  expect(before.rows[0]).not.toHaveProperty('uncovered');
  const use = { ...hands, value: '0.00', ticket: 'T-1', visit: 1, entry: 1 };
  const stream = 'stock-CAP-35:hands-li-wei';
  const used = { ...use, quantity: 3, uncovered: 3 };
  await readSide.happenedIn(stream, event('MaterialUsed', used, daysAgo(2)));
  const open = await report(days);
  expect(open.rows).toEqual([{ ...before.rows[0], uncovered: '3' }]);
  const year = day(0).slice(0, 4);
  const whole = { from: `${year}-01-01`, until: `${year}-12-31`, place: hands.place };
  expect((await report(whole)).rows).toMatchObject([{ uncovered: '3' }]);
  // Before it was used nothing was.
  const earlier = await report({ ...days, until: day(3) });
  expect(earlier.rows.map((row) => row.uncovered)).toEqual([]);
  const some = { ...use, quantity: 1, value: '1.00', stillUncovered: 2 };
  await readSide.happenedIn(stream, event('UncoveredUseExplained', some, now));
  expect((await report(days)).rows).toMatchObject([
    { uncovered: '2', out: { used: { quantity: '1', value: '1.00' } }, closing: { quantity: '0' } },
  ]);
  const back = { ...use, quantity: 2, uncovered: 2, usedAt: daysAgo(2) };
  await readSide.happenedIn(stream, event('MaterialUseTakenBack', back, now));
  const [settled] = (await report(days)).rows;
  expect(settled).toMatchObject({ out: { used: { quantity: '1' } } });
  expect(settled).not.toHaveProperty('uncovered');
  for (const made of [before, open]) {
    const again = await report({ ...days, position: BigInt(made.position) });
    expect(JSON.stringify(again)).toBe(JSON.stringify(made));
  }
});
