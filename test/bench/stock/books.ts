import { Executor, type Outcome } from '@app/event-store';
import { newEvents } from '@app/event-store/src/new-events.js';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { requested } from '@app/event-store/src/testing/requests.js';
import { stocks } from '@app/inventory/src/stock.aggregate.js';
import type { StockCommand } from '@app/inventory/src/domain/stock/stock.commands.js';
import { newId } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { makeLog } from '../append/ours.js';
import type { Filling } from '../harness.js';
import { inTurn } from '../in-turn.js';

/** So many of each that nobody can take the last in any run. */
export const PLENTY = 1_000_000;

const PIECES = { decimals: 0, unit: '只' };
/** Events of one append while a log is filled. */
const BATCH = 500;

export function skuOf(number: number): string {
  return `PART-${number}`;
}

/** One piece out of the main store, as the storekeeper sells it. */
export function soldOne(executor: Executor, sku: string): Promise<Outcome> {
  const paper = { customer: '兰亭物业', price: '18.00', method: 'transfer' as const };
  return told(executor, 'SellMaterial', { sku, place: 'main', quantity: 1, ...paper });
}

/** One piece from a supplier. */
export function receivedOne(
  executor: Executor,
  where: { readonly sku: string; readonly place: string },
): Promise<Outcome> {
  return told(executor, 'ReceiveMaterial', { ...delivery, ...where, quantity: 1 });
}

/** A log in which there is plenty of so many materials. */
export function stocked(skus: number): Filling {
  return async (url) => {
    const { store, executor } = await openBooks(url);
    await inTurn(skus, 64, async (number) => {
      await told(executor, 'ReceiveMaterial', { ...delivery, sku: skuOf(number) });
    });
    await store.close();
  };
}

/** A log with one material that has so many movements behind it, and some that were received just now. */
export function moved(movements: number, fresh: number): Filling {
  return async (url) => {
    await stocked(fresh)(url);
    const { store } = await openBooks(url);
    const stream = stocks.streams.named({ sku: OLD, place: 'main' });
    const { decider, types } = stocks;
    let state = decider.initialState();
    let [version, waiting] = [0, [] as ReturnType<typeof newEvents>];
    for (let number = 0; number <= movements; number++) {
      const { type, data } = number === 0 ? received : sold;
      const request = requested(type, OLD, data, { actor: STOREKEEPER });
      const { commandId } = request;
      const events = decider.decide(commandOf(request), state);
      state = events.reduce<typeof state>(decider.evolve, state);
      const cause = { commandId, commandHash: commandId, origin: request };
      waiting.push(...newEvents(types, stream, events, cause));
      if (waiting.length < BATCH && number < movements) continue;
      await store.append([{ stream, expected: version, events: waiting }]);
      version += waiting.length;
      waiting = [];
    }
    await store.close();
  };
}

/** The one that has moved so often. */
export const OLD = 'PART-OLD';

const delivery = {
  ...{ place: 'main', quantity: PLENTY, unitCost: '12.00' },
  ...{ supplier: '华东电子', deliveryNote: 'SH-0302' },
} as const;
const received = { type: 'ReceiveMaterial', data: { ...delivery, sku: OLD } } as const;
const sold = {
  type: 'SellMaterial',
  data: {
    ...{ sku: OLD, place: 'main', quantity: 1 },
    ...{ customer: '兰亭物业', price: '18.00', method: 'transfer' },
  },
} as const;

export async function openBooks(
  url: string,
): Promise<{ readonly store: PostgresEventStore; readonly executor: Executor }> {
  await makeLog(url);
  const store = await PostgresEventStore.open({ connectionString: url });
  return { store, executor: new Executor(store) };
}

/** At the executor: what other contexts know of the material and the place is given, and not looked up. */
function told<Data extends { readonly sku: string; readonly place: string }>(
  executor: Executor,
  type: 'ReceiveMaterial' | 'SellMaterial',
  data: Data,
): Promise<Outcome> {
  const request = requested(type, data.sku, data, { actor: STOREKEEPER, commandId: newId() });
  const command = commandOf(request);
  return executor.execute({
    request,
    stream: stocks.streams.named(data),
    aggregate: stocks,
    command: () => command,
  });
}

function commandOf(request: ReturnType<typeof requested>): StockCommand {
  const { type, data, commandId: id, occurredAt, receivedAt, actor } = request;
  return { type, data, id, occurredAt, receivedAt, actor, known: PIECES } as StockCommand;
}
