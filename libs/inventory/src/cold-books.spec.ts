import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Executor } from '@app/event-store';
import type { ReadStreamOptions } from '@app/event-store/src/port.js';
import { newEvents } from '@app/event-store/src/new-events.js';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { requested } from '@app/event-store/src/testing/requests.js';
import { SingleStreamStore } from '@app/event-store/src/testing/single-stream-store.js';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { StockCommand } from './domain/stock/stock.commands.js';
import { stocks } from './stock.aggregate.js';

/** A store that counts what is read of streams. */
class CountingStore extends SingleStreamStore {
  events = 0;
  bytes = 0;

  override async readStream(stream: string, options?: ReadStreamOptions) {
    const read = await super.readStream(stream, options);
    this.events += read.length;
    this.bytes += read.reduce((sum, { data }) => sum + JSON.stringify(data).length, 0);
    return read;
  }
}

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

const paper = { unitCost: '12.00', supplier: '华东电子', deliveryNote: 'SH-0302' };
const receipt = { quantity: 1_000_000, ...paper };
const sale = { quantity: 1, customer: '兰亭物业', price: '18.00', method: 'transfer' } as const;

function asked(type: 'ReceiveMaterial' | 'SellMaterial', sku: string) {
  const data = { sku, place: 'main', ...(type === 'SellMaterial' ? sale : receipt) };
  const request = requested(type, sku, data, { actor: STOREKEEPER });
  const { commandId: id, occurredAt, receivedAt, actor } = request;
  const known = { decimals: 0, unit: '只' };
  const command = { type, data, id, occurredAt, receivedAt, actor, known } as StockCommand;
  return { request, command, stream: stocks.streams.named(data) };
}

/** A material that was received once, and of which so many pieces were sold since, one by one. */
async function soldOf(sku: string, pieces: number): Promise<void> {
  const { decider, types } = stocks;
  let state = decider.initialState();
  const events = Array.from({ length: pieces + 1 }, (_, number) =>
    asked(number === 0 ? 'ReceiveMaterial' : 'SellMaterial', sku),
  ).flatMap(({ request, command, stream }) => {
    const decided = decider.decide(command, state);
    state = decided.reduce<typeof state>(decider.evolve, state);
    const { commandId } = request;
    return newEvents(types, stream, decided, { commandId, commandHash: 'x', origin: request });
  });
  const { stream } = asked('SellMaterial', sku);
  for (let version = 0; version < events.length; version += 500)
    await log.append([{ stream, expected: version, events: events.slice(version, version + 500) }]);
}

test('[R12] a command on books that nobody has in memory reads as much after thousands of movements as after a hundred', async () => {
  const read: { events: number; bytes: number }[] = [];
  for (const [sku, pieces] of [
    ['PART-1', 120],
    ['PART-2', 4_120],
  ] as const) {
    await soldOf(sku, pieces);
    const store = new CountingStore(log);
    const { request, command, stream } = asked('SellMaterial', sku);
    const execution = { request, stream, aggregate: stocks, command: () => command };
    const { version } = await new Executor(store).execute(execution);
    expect(version).toBeGreaterThan(pieces);
    read.push({ events: store.events, bytes: store.bytes });
  }
  const most = Math.max(...read.map(({ events }) => events));
  expect([most <= 33, ...read.map(({ bytes }) => bytes < 40_000)]).toEqual([true, true, true]);
});
