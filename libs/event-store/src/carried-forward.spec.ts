import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId, NotPossible, type Command, type Decider, type DomainEvent } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { happened } from '@app/policy';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { startProtocolDouble } from '../../../test/support/eventstoredb/protocol-double.js';
import type { Aggregate } from './aggregate.js';
import { OutcomeUnknown } from './errors.js';
import { Executor } from './executor.js';
import type { EventStore, ReadStreamOptions } from './port.js';
import { EventStoreDbEventStore } from './eventstoredb/event-store-db-event-store.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';
import { newStream } from './testing/events.js';
import { askedUnder } from './testing/requests.js';
import { SingleStreamStore } from './testing/single-stream-store.js';

type ShelfCommand = Command<'add' | 'take' | 'fill', { count: number }>;
type ShelfEvent =
  DomainEvent<'Added' | 'Taken', { count: number }> | DomainEvent<'Carried', { held: number }>;
interface Shelf {
  readonly held: number;
  readonly since: number;
}

/** A shelf whose content is carried forward after every hundred movements. */
const decider: Decider<ShelfCommand, Shelf, ShelfEvent> = {
  initialState: () => ({ held: 0, since: 0 }),
  evolve({ held, since }, event) {
    if (event.type === 'Carried') return { held: event.data.held, since: 0 };
    const { count } = event.data;
    return { held: event.type === 'Added' ? held + count : held - count, since: since + 1 };
  },
  decide(command, { held, since }) {
    const count = command.type === 'fill' ? command.data.count - held : command.data.count;
    if (count === 0) return [];
    if (command.type === 'take' && count > held)
      throw new NotPossible('shelf-empty', { zh: '没有了', en: 'nothing left' });
    const added = command.type !== 'take';
    const moved = happened(command, added ? 'Added' : 'Taken', { count });
    if (since < 99) return [moved];
    return [moved, happened(command, 'Carried', { held: added ? held + count : held - count })];
  },
};
const types = {
  Added: { schemaVersion: 1 },
  Taken: { schemaVersion: 1 },
  Carried: { schemaVersion: 1 },
};
const shelf: Aggregate<ShelfCommand, Shelf, ShelfEvent> = { decider, types, carriedBy: 'Carried' };

/** A store that counts what is read of streams. */
class CountingStore extends SingleStreamStore {
  read = 0;

  override async readStream(stream: string, options?: ReadStreamOptions) {
    const events = await super.readStream(stream, options);
    this.read += events.length;
    return events;
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

const cause = { occurredAt: at('09:00'), actor: STOREKEEPER };

function move(
  executor: Executor,
  stream: string,
  type: ShelfCommand['type'],
  { id = newId(), count = 1 } = {},
) {
  const data = { count };
  const request = askedUnder(id, data);
  const command = () => ({ ...cause, id, type, data });
  return executor.execute({ request, stream, aggregate: shelf, command });
}

/** A stream with so many pieces put there one after the other; answers with the id of the first command. */
async function filled(store: EventStore, stream: string, count: number): Promise<string> {
  const executor = new Executor(store);
  const first = newId();
  await move(executor, stream, 'add', { id: first });
  for (let each = 1; each < count; each++) await move(executor, stream, 'add');
  return first;
}

test('what is carried forward, and what came after it, is all that is read, however long the stream is', async () => {
  const read: number[] = [];
  for (const length of [250, 650]) {
    const stream = newStream('shelf');
    await filled(log, stream, length);
    const store = new CountingStore(log);
    expect((await new Executor(store).load(shelf, stream)).state.held).toBe(length);
    read.push(store.read);
  }
  expect(read).toEqual([51, 51]);
});

test.each(['take', 'fill'] as const)(
  'a command before it that would change nothing by now (%s) is answered as the first time',
  async (type) => {
    const stream = newStream('shelf');
    const executor = new Executor(log);
    const id = newId();
    if (type === 'take') await move(executor, stream, 'add');
    await move(executor, stream, type, { id });
    if (type === 'fill') await move(executor, stream, 'take');
    for (let each = 0; each < 60; each++) {
      await move(executor, stream, 'add');
      await move(executor, stream, 'take');
    }
    if (type === 'fill') await move(executor, stream, 'add');
    const { begins } = await executor.load(shelf, stream);
    expect(begins).toBeGreaterThan(100);
    const again = await move(new Executor(log), stream, type, { id });
    expect(again).toMatchObject({ repeated: true, version: type === 'take' ? 2 : 1, events: [{}] });
    // Another request under its id is none.
    const other = move(new Executor(log), stream, 'add', { id, count: 2 });
    await expect(other).rejects.toThrow('idempotency-key-reused');
  },
);

test('a stream that carries nothing yet is read to its beginning', async () => {
  const stream = newStream('shelf');
  await filled(log, stream, 90);
  const store = new CountingStore(log);
  expect((await new Executor(store).load(shelf, stream)).state).toEqual({ held: 90, since: 90 });
  expect(store.read).toBe(90);
});

test('a command of long ago that is sent again is answered with what came of it', async () => {
  const stream = newStream('shelf');
  const first = await filled(log, stream, 400);
  await repeated(log, stream, first);
}, 30_000);

test('so it is where the store knows ids within a stream only, by whichever process', async () => {
  const double = await startProtocolDouble();
  const { connectionString } = double;
  const store = await EventStoreDbEventStore.open({ connectionString });
  const other = await EventStoreDbEventStore.open({ connectionString, keptIds: 100 });
  const stream = newStream('shelf');
  const first = await filled(store, stream, 400);
  for (const asked of [store, other, other]) await repeated(asked, stream, first);
  await store.close();
  await other.close();
  await double.stop();
}, 30_000);

test('a claim of a repeat that a crash left open changes nothing twice, and ends', async () => {
  const [from, to] = [newStream('shelf'), newStream('shelf')];
  const single = new SingleStreamStore(log);
  const id = newId();
  await filled(log, from, 1);
  await moveOn(single, from, to, id);
  await filled(log, from, 260);
  await filled(log, to, 260);
  const crashing = new SingleStreamStore(log);
  crashing.crashesAt = ({ stream }) => stream === from;
  await expect(moveOn(crashing, from, to, id)).rejects.toThrow(OutcomeUnknown);
  const { state, pending } = await new Executor(single).load(shelf, to);
  expect([state.held, pending]).toEqual([261, []]);
  expect(await moveOn(single, from, to, id)).toMatchObject({ repeated: true, version: 2 });
  for (const stream of [from, to])
    expect((await new Executor(log).load(shelf, stream)).pending).toEqual([]);
}, 30_000);

/** Takes a piece from one shelf and puts it on another. */
function moveOn(store: EventStore, stream: string, to: string, id: string) {
  const executor = new Executor(store);
  const data = { count: 1 };
  const origin = askedUnder(id, data);
  const ask = (type: ShelfCommand['type']): ShelfCommand => ({ ...cause, id, type, data });
  return executor.execute({
    request: origin,
    stream,
    aggregate: shelf,
    command: () => ask('take'),
    participants: () => [executor.participant(shelf, to, { origin, commands: [ask('add')] })],
  });
}

/** The first command of a stream of 400 is sent again, to a process that has kept nothing. */
async function repeated(store: EventStore, stream: string, first: string): Promise<void> {
  const again = await move(new Executor(store), stream, 'add', { id: first });
  expect(again).toMatchObject({ repeated: true, version: 1, events: [{ type: 'Added' }] });
  expect((await new Executor(store).load(shelf, stream)).state.held).toBe(400);
}
