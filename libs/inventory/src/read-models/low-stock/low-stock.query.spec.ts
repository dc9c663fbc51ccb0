import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import type { MaterialEvent } from '../../domain/material/material.js';
import { event, received } from '../../testing/stock.js';
import { materialListModel } from '../material-list/material-list.read-model.js';
import { stockBalanceModel } from '../stock-balance/stock-balance.read-model.js';
import { StockLedgerHandler, StockLedgerQuery } from '../stock-ledger/stock-ledger.query.js';
import { LowStockHandler, LowStockQuery } from './low-stock.query.js';

let readSide: ReadSide;
const registered = (sku: string, minimum?: number) => {
  const entry = { sku, name: sku, unit: '只', decimals: 0, class: 'part', leadDays: 7 };
  const data = { ...entry, ...(minimum !== undefined && { minimum }) };
  return eventOf<MaterialEvent>(STOREKEEPER)('MaterialRegistered', data);
};
const low = async (page = {}) =>
  new LowStockHandler(readSide.asOf, readSide.dataSource).execute(
    new LowStockQuery(page, await readSide.store.head()),
  );
const ledger = async (asked: { sku: string; place?: string; after?: string; limit?: number }) =>
  new StockLedgerHandler(readSide.asOf, readSide.dataSource).execute(
    new StockLedgerQuery(asked, await readSide.store.head()),
  );

beforeAll(async () => {
  readSide = await ReadSide.start(materialListModel, stockBalanceModel);
  const minima = [
    ['CAP-35', 6],
    ['NEVER-HELD', 1],
    ['NO-MINIMUM', undefined],
    ['ENOUGH', 0],
  ] as const;
  for (const [sku, minimum] of minima)
    await readSide.happenedIn(`material-${sku}`, registered(sku, minimum));
  await readSide.happenedIn('stock-CAP-35:main', received(5));
  const inHand = { sku: 'CAP-35', place: 'hands-li-wei', quantity: 9, value: '9.00' };
  const taken = event('MaterialTakenIn', { ...inHand, from: 'main', why: 'issued' });
  await readSide.happenedIn('stock-CAP-35:hands-li-wei', taken);
});

afterAll(() => readSide.stop());

test('[R11] what is below its minimum in the stores is low; what is in somebody’s hands does not count', async () => {
  const { items } = await low();
  expect(items).toEqual([
    { sku: 'CAP-35', name: 'CAP-35', unit: '只', leadDays: 7, minimum: '6', quantity: '5' },
    { sku: 'NEVER-HELD', name: 'NEVER-HELD', unit: '只', leadDays: 7, minimum: '1', quantity: '0' },
  ]);
  const first = await low({ limit: 1 });
  const second = await low({ limit: 1, after: first.next });
  expect([first.items, second.items, second.next]).toMatchObject([
    [{ sku: 'CAP-35' }],
    [{ sku: 'NEVER-HELD' }],
    null,
  ]);
});

test('[R11] once there are as many as its minimum, it is low no more', async () => {
  await readSide.happenedIn('stock-CAP-35:van-1', {
    ...received(1, '12.00', 'R-2'),
    data: { ...received(1, '12.00', 'R-2').data, place: 'van-1' },
  });
  const { items } = await low();
  expect(items.map(({ sku }) => sku)).toEqual(['NEVER-HELD']);
});

test('[R15] the ledger of a material is read page by page, the latest first', async () => {
  const first = await ledger({ sku: 'CAP-35', limit: 2 });
  const second = await ledger({ sku: 'CAP-35', limit: 2, after: first.next! });
  expect([...first.items, ...second.items].map(({ place }) => place)).toEqual([
    'van-1',
    'hands-li-wei',
    'main',
  ]);
  expect((await ledger({ sku: 'CAP-35', place: 'main' })).items).toMatchObject([
    { kind: 'MaterialReceived', leftThousandths: '5000', leftFen: '6000' },
  ]);
  const broken = Buffer.from('["x"]').toString('base64url');
  await expect(ledger({ sku: 'CAP-35', after: broken })).rejects.toMatchObject({
    code: 'bad-cursor',
  });
});
