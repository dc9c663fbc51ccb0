import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@app/kernel';
import { LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import type { EventStore } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { SingleStreamStore } from '@app/event-store/src/testing/single-stream-store.js';
import { handsOf } from '@app/inventory';
import { stocks } from '@app/inventory/src/stock.aggregate.js';
import { working } from '@app/tickets/src/testing/on-site.past.js';
import { at } from '@app/tickets/src/testing/ticket.builders.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Office } from '../testing/office.js';

/* R12: lots on tickets, on a store that takes several streams at once and on one that takes one. */

let database: TestDatabase;
let log: PostgresEventStore;

beforeAll(async () => {
  database = await testDatabase();
  log = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
});
afterAll(async () => {
  await log?.close();
  await database?.drop();
});

const paper = { unitCost: '1.00', supplier: 'x', deliveryNote: 'x' };
const A = { lot: 'A', quantity: 3, expires: '2027-01-31' };
const B = { lot: 'B', quantity: 2, expires: '2026-12-31' };

describe.each([
  ['several streams in one append', () => log],
  ['one stream in one append', () => new SingleStreamStore(log)],
] as const)('where a store takes %s', (_, open: () => EventStore) => {
  let office: Office;
  let [sku, technician, ticket] = ['', '', ''];

  beforeEach(async () => {
    office = new Office(open());
    [sku, technician, ticket] = [`GLUE-${newId()}`, `tech-${newId()}`, newId()];
    await office.hire(technician);
    await office.keep(sku, 'lot');
    const past = JSON.stringify(working).replaceAll(LI_WEI.id, technician);
    await office.begin(ticket, JSON.parse(past) as typeof working);
    const receipt = { place: 'main', quantity: 5, ...paper, lots: [A, B] };
    await office.stockOf('ReceiveMaterial', sku, receipt, { actor: STOREKEEPER });
    await issued('I-1', 3, [
      { ...A, quantity: 2 },
      { ...B, quantity: 1 },
    ]);
  });

  async function issued(slip: string, quantity: number, lots: readonly object[], time = '09:00') {
    const issue = { place: 'main', to: handsOf(technician), slip, quantity, lots };
    const then = { occurredAt: at(time), receivedAt: at('18:00') };
    await office.stockOf('IssueMaterial', sku, issue, { ...then, actor: STOREKEEPER });
    const actor = { id: technician, role: 'technician' } as const;
    await office.stockOf('AcceptMaterial', sku, { place: 'main', slip }, { ...then, actor });
  }
  const use = (quantity: number, lot?: string, sending: object = {}) =>
    office.ticket(
      'ConsumePart',
      ticket,
      { visit: 1, sku, quantity, ...(lot !== undefined && { lot }) },
      { occurredAt: at('10:30'), ...sending },
    );
  const correct = (data: object, time: string) =>
    office.ticket(
      'CorrectPart',
      ticket,
      { entry: 1, reason: '看错', ...data },
      { occurredAt: at(time) },
    );
  const inHand = async () => {
    const { state } = await office.executor.load(stocks, `stock-${sku}:${handsOf(technician)}`);
    return state?.lots?.map(({ lot, thousandths }) => `${lot} ${thousandths / 1000}`).sort();
  };

  test('[R12] in time a lot is named where several are in hand, and used out of the hands in which it is', async () => {
    await expect(use(1)).rejects.toMatchObject({ code: 'lots-missing' });
    await expect(use(2, 'B')).rejects.toMatchObject({ article: 'R12' });
    await use(2, 'a');
    expect(await inHand()).toEqual(['B 1']);
    // One only is left in hand.
    await use(1);
    expect(await inHand()).toEqual([]);
  });

  test('[R12] corrected to another lot or number, and withdrawn, the hands have what they have', async () => {
    await use(1, 'A');
    await correct({ lot: 'B' }, '11:00');
    expect(await inHand()).toEqual(['A 2']);
    await correct({ lot: 'A', quantity: 2 }, '11:10');
    expect(await inHand()).toEqual(['B 1']);
    await correct({ quantity: 1 }, '11:20');
    expect(await inHand()).toEqual(['A 1', 'B 1']);
    await correct({ withdrawn: true }, '11:30');
    expect(await inHand()).toEqual(['A 2', 'B 1']);
  });

  test('[R12] told late of more of a lot than was in hand, it is uncovered, and explained by that lot', async () => {
    await use(2, 'B', { receivedAt: at('18:00') });
    expect(await inHand()).toEqual(['A 2']);
    await issued(
      'I-2',
      2,
      [
        { lot: 'A', quantity: 1 },
        { lot: 'B', quantity: 1 },
      ],
      '10:00',
    );
    expect(await inHand()).toEqual(['A 3']);
  });

  test('[R12] told late without a lot, what expires first was used', async () => {
    await use(2, undefined, { receivedAt: at('18:00') });
    expect(await inHand()).toEqual(['A 1']);
  });
});
