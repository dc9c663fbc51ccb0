import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { at, Centre } from './centre/centre.js';
import { equip, plan, take } from './centre/good-day.js';

let centre: Centre;
let image: string;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre);
  image = await centre.image('li-wei', 'Mrs Sun signs the quote');
  const unit = { unit: 'U-1', kind: 'product', product: '空调', purchasedOn: '2020-01-01' };
  await centre.done('supervisor', 'units', { ...unit, documents: ['W-1'] });
  await plan(centre, 'T-1');
  await take(centre, 'T-1', [
    ['li-wei', 'depart', '09:00', { visit: 1 }],
    ['li-wei', 'record-arrival', '09:10', { visit: 1 }],
    ['li-wei', 'check-entitlement', '09:15', { visit: 1, document: 'W-1' }],
  ]);
}, 60_000);

afterAll(() => centre?.close());

interface Quote {
  readonly lines: readonly { readonly amount: string; readonly origin: object }[];
  readonly total: string;
  readonly unknown: readonly string[];
}
const asked = (query: string) =>
  centre.send<Quote & { code: string }>('li-wei', `tickets/T-1/after-warranty-quote?${query}`, {
    method: 'GET',
  });
const charge = (amount: string) => {
  const basis = 'out-of-cover';
  const lines = [
    { item: 'labour', hours: '1.50', amount: '90.00', basis },
    { item: 'parts', sku: 'CAP-35', quantity: 1, amount, basis },
  ];
  const signature = { name: '孙丽', role: 'customer', signedAt: at('09:20'), image };
  const data = { visit: 1, quote: { lines }, signature, occurredAt: at('09:20') };
  return centre.tell('li-wei', 'tickets/T-1/acknowledge-charge', data);
};

test('[B2] after the warranty parts are quoted at cost and work at the fee for an hour', async () => {
  const { body } = await asked('visit=1&hours=1.50&parts=CAP-35:1,CAP-99:2');
  expect(body).toEqual({
    lines: [
      {
        ...{ item: 'labour', hours: '1.50', amount: '90.00', basis: 'out-of-cover' },
        origin: { from: 'labour-fee', perHour: '60.00', edition: '2026.1', most: '90.00' },
      },
      {
        ...{ item: 'parts', sku: 'CAP-35', quantity: 1, amount: '12.00', basis: 'out-of-cover' },
        origin: { from: 'stock-cost', most: '12.00' },
      },
    ],
    total: '102.00',
    unknown: ['CAP-99'],
  });
  expect(await asked('visit=2')).toMatchObject({ status: 404, body: { code: 'unknown-visit' } });
  expect((await asked('visit=1&parts=CAP-35')).status).toBe(400);
});

test('[B2] [V17] what is signed is no more than that, and says what it comes from', async () => {
  const above = await charge('12.01');
  expect(above).toMatchObject({ status: 422, body: { article: 'B2', code: 'charged-above-cost' } });
  const signed = await charge('12.00');
  expect(signed.body.events[0]!.data).toMatchObject({
    quote: { lines: [{ origin: { perHour: '60.00' } }, { origin: { most: '12.00' } }] },
  });
  const path = `tickets/T-1?minPosition=${signed.body.position}`;
  expect(await centre.read('supervisor', path)).toMatchObject({
    visits: [{ charge: { quote: { lines: [{}, { origin: { from: 'stock-cost' } }] } } }],
  });
});
