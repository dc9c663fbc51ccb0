import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  DomainError,
  newId,
  NotPossible,
  type Command,
  type Decider,
  type DomainEvent,
} from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { happened } from '@app/policy';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { EventStoreError } from '../errors.js';
import type { Aggregate } from '../aggregate.js';
import { Executor } from '../executor.js';
import { PostgresEventStore } from '../postgres/postgres-event-store.js';
import { newStream } from '../testing/events.js';
import { askedUnder } from '../testing/requests.js';
import { SingleStreamStore } from '../testing/single-stream-store.js';

/*
 * Pieces that go from shelf to shelf: a slip says that they went, and each of its two shelves must
 * agree. Whatever is sent at once, sent twice or cut off by a crash, no shelf holds less than
 * nothing, and every shelf holds what the slips say.
 */

type ShelfCommand = Command<'Put' | 'Take', { count: number }>;
type ShelfEvent = DomainEvent<'Put' | 'Taken', { count: number }>;
type Move = DomainEvent<'Moved', { from: string; to: string; count: number }>;

const decider: Decider<ShelfCommand, number, ShelfEvent> = {
  initialState: () => 0,
  evolve: (held, { type, data }) => (type === 'Put' ? held + data.count : held - data.count),
  decide(command, held) {
    if (command.type === 'Put') return [happened(command, 'Put', command.data)];
    if (command.data.count <= held) return [happened(command, 'Taken', command.data)];
    throw new NotPossible('shelf-empty', { zh: '没有了', en: 'nothing left' });
  },
};
const shelf: Aggregate<ShelfCommand, number, ShelfEvent> = {
  decider,
  types: { Put: { schemaVersion: 1 }, Taken: { schemaVersion: 1 } },
};
const slip: Aggregate<Command<'Move', Move['data']>, readonly Move['data'][], Move> = {
  decider: {
    initialState: () => [],
    evolve: (moves, { data }) => [...moves, data],
    decide: (command) => [happened(command, 'Moved', command.data)],
  },
  types: { Moved: { schemaVersion: 1 } },
};

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

const cause = { occurredAt: at('09:00'), actor: STOREKEEPER };

/** Moves pieces, in a process that crashes at a write of its own, or does not. */
async function move(
  { from, to, count }: Move['data'],
  stream: string,
  { id = newId(), crashesAt = 0, store = new SingleStreamStore(log) },
): Promise<string> {
  let writes = 0;
  store.crashesAt = () => ++writes === crashesAt;
  const executor = new Executor(store);
  const request = askedUnder(id);
  const ask = (name: string, type: ShelfCommand['type']) =>
    executor.participant(shelf, name, {
      origin: request,
      commands: [{ ...cause, id, type, data: { count } }],
    });
  const outcome = executor.execute({
    request,
    stream,
    aggregate: slip,
    command: () => ({ ...cause, id, type: 'Move' as const, data: { from, to, count } }),
    participants: () => [ask(from, 'Take'), ask(to, 'Put')],
  });
  return outcome.then(() => 'moved', answerOf);
}

function answerOf(error: unknown): string {
  if (error instanceof DomainError || error instanceof EventStoreError) return error.code;
  throw error;
}

async function put(name: string, count: number): Promise<void> {
  const id = newId();
  const request = askedUnder(id);
  await new Executor(log).execute({
    request,
    stream: name,
    aggregate: shelf,
    command: () => ({ ...cause, id, type: 'Put' as const, data: { count } }),
  });
}

const SHELVES = 3;
const FILLED = 4;

const wish = fc.record({
  slip: fc.nat(1),
  from: fc.nat(SHELVES - 1),
  step: fc.integer({ min: 1, max: SHELVES - 1 }),
  count: fc.integer({ min: 1, max: 4 }),
  crashesAt: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 2 }),
  doubled: fc.boolean(),
  retried: fc.boolean(),
});
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;

test('whatever is sent at once, twice or cut off by a crash: every shelf holds what the slips say', async () => {
  const property = async (rounds: readonly Wish[][]) => {
    const shelves = Array.from({ length: SHELVES }, () => newStream('shelf'));
    const slips = [newStream('slip'), newStream('slip')];
    for (const name of shelves) await put(name, FILLED);
    for (const wishes of rounds) {
      await Promise.all(
        wishes.map(async ({ slip: number, from, step, count, crashesAt, doubled, retried }) => {
          const data = { from: shelves[from]!, to: shelves[(from + step) % SHELVES]!, count };
          const id = newId();
          const send = (at?: number) => move(data, slips[number]!, { id, crashesAt: at ?? 0 });
          await Promise.all([send(crashesAt), ...(doubled ? [send()] : [])]);
          if (retried) await send();
        }),
      );
    }
    const office = new Executor(new SingleStreamStore(log));
    const moves = (await Promise.all(slips.map((name) => office.load(slip, name)))).flatMap(
      ({ state }) => state,
    );
    for (const name of shelves) {
      const { state } = await office.load(shelf, name);
      const sum = (key: 'from' | 'to') =>
        moves.filter((each) => each[key] === name).reduce((all, { count }) => all + count, 0);
      expect(state).toBe(FILLED + sum('to') - sum('from'));
      expect(state).toBeGreaterThanOrEqual(0);
    }
  };
  const rounds = fc.array(fc.array(wish, { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(fc.asyncProperty(rounds, property), { numRuns: 25 });
}, 120_000);

test('what makes no difference waits for nobody, what depends on a claim does', async () => {
  const [from, to, other] = [newStream('shelf'), newStream('shelf'), newStream('shelf')];
  await put(from, 3);
  const crashed = await move({ from, to, count: 2 }, newStream('slip'), { crashesAt: 3 });
  expect(crashed).toBe('outcome-unknown');
  const sent = (count: number) => move({ from, to: other, count }, newStream('slip'), {});
  expect(await sent(4)).toBe('shelf-empty');
  expect(await sent(1)).toBe('moved');
  expect(await sent(2)).toBe('stream-claimed');
  expect((await new Executor(log).load(shelf, from)).pending).toHaveLength(1);
});

test('what stands is settled by whoever reads it, under the ids that its request gave it', async () => {
  const [from, to] = [newStream('shelf'), newStream('shelf')];
  await put(from, 3);
  expect(await move({ from, to, count: 2 }, newStream('slip'), { crashesAt: 4 })).toBe('moved');
  expect(await log.readStream(to)).toHaveLength(1);
  const { state } = await new Executor(new SingleStreamStore(log)).load(shelf, to);
  const [claimed, settled] = await log.readStream(to);
  expect([state, settled!.id]).toEqual([
    2,
    (claimed!.data as { changes: { id: string }[] }).changes[0]!.id,
  ]);
});

test('many shelves at once, in either order, by two who meet: both end, and every shelf holds what it should', async () => {
  const shelves = Array.from({ length: 40 }, () => newStream('shelf')).toSorted();
  for (const name of shelves) await put(name, 1);
  const takeAll = (names: readonly string[]) => {
    const id = newId();
    const executor = new Executor(new SingleStreamStore(log));
    const request = askedUnder(id);
    const taken = { from: 'x', to: 'x', count: names.length };
    return executor.execute({
      request,
      stream: newStream('slip'),
      aggregate: slip,
      command: () => ({ ...cause, id, type: 'Move' as const, data: taken }),
      participants: () =>
        names.map((name) =>
          executor.participant(shelf, name, {
            origin: request,
            commands: [{ ...cause, id, type: 'Take' as const, data: { count: 1 } }],
          }),
        ),
    });
  };
  const answers = await Promise.allSettled([takeAll(shelves), takeAll(shelves.toReversed())]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = answers.find((each) => each.status === 'rejected');
  expect(refused).toMatchObject({ reason: { code: 'shelf-empty' } });
  for (const name of shelves)
    expect(await new Executor(log).load(shelf, name)).toMatchObject({ state: 0, pending: [] });
}, 60_000);
