import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plusMinutes } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { policy } from '@app/policy';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import type { ListingEvent } from '../../domain/listing/listing.events.js';
import type { MaterialEvent } from '../../domain/material/material.js';
import type { StockEvent } from '../../domain/stock/stock.events.js';
import { event, received } from '../../testing/stock.js';
import { ConsumptionHandler, ConsumptionQuery } from '../consumption/consumption.query.js';
import { listingListModel } from '../listing-list/listing-list.read-model.js';
import { materialListModel } from '../material-list/material-list.read-model.js';
import { stockBalanceModel } from '../stock-balance/stock-balance.read-model.js';
import { SlowMovingHandler, SlowMovingQuery } from './slow-moving.query.js';

let readSide: ReadSide;
const DAYS = policy.materials.slowMovingAfter;
/** So many minutes after the moment up to which a material received at eight is not yet slow. */
const slow = async (minutes = 0, page = {}) =>
  new SlowMovingHandler(readSide.asOf, readSide.dataSource).execute(
    new SlowMovingQuery(
      page,
      plusMinutes(at('08:00'), DAYS * 24 * 60 + minutes),
      await readSide.store.head(),
    ),
  );
const skus = async (minutes = 0) => (await slow(minutes)).items.map(({ sku }) => sku);
const told = (sku: string, place: string, of: StockEvent) =>
  readSide.happenedIn(`stock-${sku}:${place}`, {
    ...of,
    data: { ...of.data, sku, place },
  });
const sold = (time: string) =>
  event(
    'MaterialSold',
    {
      ...{ sku: 'x', place: 'main', quantity: 1, value: '12.00', slip: 'XS', seller: 'wu-ting' },
      ...{ customer: 'x', price: '20.00', method: 'cash' },
    },
    time,
  );

beforeAll(async () => {
  readSide = await ReadSide.start(materialListModel, stockBalanceModel, listingListModel);
  for (const sku of ['SLOW', 'SOLD', 'GONE', 'HELD']) {
    const entry = { sku, name: sku, unit: '只', decimals: 0, class: 'part' };
    const registered = eventOf<MaterialEvent>(STOREKEEPER)('MaterialRegistered', entry);
    await readSide.happenedIn(`material-${sku}`, registered);
  }
  await told('SLOW', 'main', received(3));
  await told('SLOW', 'van-1', received(1));
  await told('SOLD', 'main', received(3));
  await told('SOLD', 'main', sold('09:00'));
  await told('GONE', 'main', received(1));
  await told('GONE', 'main', sold('09:00'));
  const taken = { sku: 'HELD', place: 'hands-li-wei', quantity: 1, value: '12.00' };
  await told(
    'HELD',
    'hands-li-wei',
    event('MaterialTakenIn', { ...taken, from: 'main', why: 'issued' }, '08:00'),
  );
});

afterAll(() => readSide.stop());

test('[D15] what was neither used nor sold for the policy’s term is proposed, with quantity and value', async () => {
  expect(await skus(-1)).toEqual([]);
  expect((await slow()).items).toEqual([
    {
      ...{ sku: 'SLOW', name: 'SLOW', unit: '只', class: 'part', quantity: '4', value: '48.00' },
      ...{ lastConsumed: null, lastReceived: at('08:00'), listed: false },
    },
  ]);
  // An hour later the last sale of the other one is as old.
  expect(await skus(59)).toEqual(['SLOW']);
  expect(await skus(60)).toEqual(['SLOW', 'SOLD']);
  const first = await slow(60, { limit: 1 });
  expect((await slow(60, { limit: 1, after: first.next })).items).toMatchObject([
    { sku: 'SOLD', lastConsumed: at('09:00') },
  ]);
});

test('[D15] what is listed by decision says so', async () => {
  const listed = { sku: 'SLOW', number: 1, quantity: 4, until: at('08:00', 9) };
  const event = eventOf<ListingEvent>(STOREKEEPER)('GoodsListed', listed);
  await readSide.happenedIn('listing-SLOW', event);
  expect((await slow()).items).toMatchObject([{ sku: 'SLOW', listed: true }]);
});

test('[R15] what was consumed in a period is shown by class, of the days of the business zone', async () => {
  const consumed = async (from: string, until: string) =>
    new ConsumptionHandler(readSide.asOf, readSide.dataSource).execute(
      new ConsumptionQuery({ from, until }, await readSide.store.head()),
    );
  const day = at('09:00').slice(0, 10);
  expect(await consumed(day, day)).toMatchObject({
    rows: [
      { sku: 'GONE', quantity: '1', value: '12.00', share: '50.00', abc: 'A' },
      { sku: 'SOLD', quantity: '1', value: '12.00', cumulative: '100.00', abc: 'A' },
    ],
    classes: [{ abc: 'A', materials: 2, value: '24.00' }, { materials: 0 }, { materials: 0 }],
  });
  expect((await consumed('2020-01-01', '2020-12-31')).rows).toEqual([]);
});
