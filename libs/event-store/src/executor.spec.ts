import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { newId, NotPossible, type Command, type Decider, type DomainEvent } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { happened } from '@app/policy';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { VersionConflict } from './errors.js';
import type { Aggregate } from './aggregate.js';
import type { Asked } from './command-request.js';
import type { Execution } from './execution.js';
import { Executor } from './executor.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';
import { newStream, someEvent, write } from './testing/events.js';
import { askedUnder } from './testing/requests.js';

type ShelfCommand = Command<'add' | 'take' | 'check', { count: number }>;
type ShelfEvent = DomainEvent<'Added' | 'Taken', { count: number }>;

/** A shelf never holds less than nothing; taking several at once is written as several events. */
const shelf: Decider<ShelfCommand, number, ShelfEvent> = {
  initialState: () => 0,
  evolve: (held, { type, data }) => (type === 'Added' ? held + data.count : held - data.count),
  decide(command, held) {
    const { count } = command.data;
    if (command.type === 'check') return [];
    if (command.type === 'add') return [happened(command, 'Added', { count })];
    if (count > held) throw new NotPossible('shelf-empty', { zh: '没有了', en: 'nothing left' });
    return Array.from({ length: count }, () => happened(command, 'Taken', { count: 1 }));
  },
};

const aggregate: Aggregate<ShelfCommand, number, ShelfEvent> = {
  decider: shelf,
  types: { Added: { schemaVersion: 1 }, Taken: { schemaVersion: 1 } },
};

type ShelfExecution = Execution<ShelfCommand, number, ShelfEvent>;

function asking(
  stream: string,
  type: ShelfCommand['type'],
  count: number,
  rest: Partial<Asked> = {},
): ShelfExecution {
  const request = { ...askedUnder(rest.commandId, { type, count }), ...rest };
  const cause = { id: request.commandId, occurredAt: at('09:00'), actor: STOREKEEPER };
  return { request, stream, aggregate, command: () => ({ ...cause, type, data: { count } }) };
}

describe('the executor', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  let executor: Executor;
  /** Another process: it keeps states of its own. */
  let other: Executor;
  let stream: string;
  beforeAll(async () => {
    database = await testDatabase();
    store = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
  });
  beforeEach(() => {
    executor = new Executor(store);
    other = new Executor(store);
    stream = newStream('shelf');
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const held = async (of = stream) => (await executor.load(aggregate, of)).state;

  test('appends what was decided, with the whole envelope', async () => {
    const outcome = await executor.execute(asking(stream, 'add', 3));
    expect(outcome).toMatchObject({
      stream,
      version: 1,
      repeated: false,
      events: [{ type: 'Added', data: { count: 3 } }],
    });
    const [event] = await store.readStream(stream);
    expect(event).toMatchObject({
      position: outcome.position,
      policyVersion: '2026.1',
      actor: STOREKEEPER,
    });
  });

  test('a command that changes nothing stores nothing and says where the stream stands', async () => {
    const { position } = await executor.execute(asking(stream, 'add', 1));
    expect(await executor.execute(asking(stream, 'check', 0))).toEqual({
      stream,
      version: 1,
      position,
      events: [],
      repeated: false,
    });
  });

  test('on a conflict it decides again: of twenty who take one of ten, ten get one', async () => {
    await executor.execute(asking(stream, 'add', 10));
    const settled = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        retried(() => (n % 2 ? executor : other).execute(asking(stream, 'take', 1))),
      ),
    );
    const refused = settled.filter((result) => result.status === 'rejected');
    expect(refused.map(({ reason }) => reason as unknown)).toEqual(
      Array.from({ length: 10 }, () => expect.any(NotPossible)),
    );
    expect(await held()).toBe(0);
  });

  test('however many want the same stream at once, each gets its turn, also behind one who is refused', async () => {
    const wishes = Array.from({ length: 60 }, (_, n) =>
      executor.execute(asking(stream, n === 0 ? 'take' : 'add', 1)),
    );
    const settled = await Promise.allSettled(wishes);
    expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await held()).toBe(59);
  });

  test.each(['the same executor', 'another one', 'one that had never seen the stream'])(
    'a command sent again to %s answers with what came of it, and changes nothing',
    async (who) => {
      await executor.execute(asking(stream, 'add', 5));
      if (who === 'another one') await other.execute(asking(stream, 'check', 0));
      const command = asking(stream, 'take', 2);
      const first = await executor.execute(command);
      await executor.execute(asking(stream, 'add', 1));
      const again = await (who === 'the same executor' ? executor : other).execute(command);
      expect(again).toEqual({ ...first, repeated: true });
      expect(await held()).toBe(4);
    },
  );

  test('a command sent ten times at once is carried out once', async () => {
    await executor.execute(asking(stream, 'add', 5));
    const command = asking(stream, 'take', 2);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? executor : other).execute(command)),
    );
    expect(new Set(outcomes.map(({ version, position }) => `${version} ${position}`)).size).toBe(1);
    expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await held()).toBe(3);
  });

  test.each([
    ['with as many events', 'add', 4],
    ['with more events', 'take', 2],
  ] as const)('an id used for another wish, %s, is refused', async (_, type, count) => {
    await executor.execute(asking(stream, 'add', 5));
    await other.execute(asking(stream, 'check', 0));
    const commandId = newId();
    await executor.execute(asking(stream, 'add', 1, { commandId }));
    for (const each of [executor, other, new Executor(store)]) {
      await expect(each.execute(asking(stream, type, count, { commandId }))).rejects.toMatchObject({
        code: 'idempotency-key-reused',
      });
    }
    expect(await held()).toBe(6);
  });

  test('an id used for another stream is refused there, also at the same moment', async () => {
    const elsewhere = newStream('shelf');
    const commandId = newId();
    await executor.execute(asking(stream, 'add', 1, { commandId }));
    for (const each of [executor, other]) {
      await expect(each.execute(asking(elsewhere, 'add', 1, { commandId }))).rejects.toMatchObject({
        code: 'idempotency-key-reused',
      });
    }
    expect(await held(elsewhere)).toBe(0);
    const shared = { commandId: newId() };
    const settled = await Promise.allSettled(
      [stream, elsewhere].map((each) => executor.execute(asking(each, 'add', 1, shared))),
    );
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await held()) + (await held(elsewhere))).toBe(2);
  });

  test('of two wishes under one id at once one is carried out, and the other refused', async () => {
    const commandId = newId();
    const settled = await Promise.allSettled([
      executor.execute(asking(stream, 'add', 1, { commandId })),
      executor.execute(asking(stream, 'add', 100, { commandId })),
    ]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { state, version } = await executor.load(aggregate, stream);
    expect([state, version]).toEqual([settled[0].status === 'fulfilled' ? 1 : 100, 1]);
    const { version: after } = await executor.execute(asking(stream, 'take', 1));
    expect(after).toBe(2);
  });

  test('a stream does not begin beside one that differs in upper and lower case only', async () => {
    await executor.execute(asking(`${stream}-Ab`, 'add', 1));
    for (const either of [executor, other]) {
      const beside = either.execute(asking(`${stream}-aB`, 'add', 1));
      await expect(beside).rejects.toMatchObject({
        code: 'differs-in-case-only',
        says: { en: expect.stringMatching(/^there is \S+-Ab already/) },
      });
    }
    expect(await store.readStream(`${stream}-aB`)).toEqual([]);
    expect((await executor.execute(asking(`${stream}-Ab`, 'add', 1))).version).toBe(2);
  });

  test('two streams that differ so and are both there already go on', async () => {
    const streams = [`${stream}-Ab`, `${stream}-aB`];
    for (const name of streams) {
      await store.append([write(name, 'no-stream', someEvent({ count: 1 }, 'Added'))]);
    }
    for (const name of streams) {
      expect((await executor.execute(asking(name, 'add', 1))).version).toBe(2);
    }
  });

  test('an old kept state never refuses what the new one allows', async () => {
    await executor.execute(asking(stream, 'add', 1));
    await other.execute(asking(stream, 'add', 5));
    expect((await executor.execute(asking(stream, 'take', 4))).version).toBe(6);
    await other.execute(asking(stream, 'add', 1));
    const { version } = await executor.execute(asking(stream, 'take', 3, { expectedVersion: 7 }));
    expect(version).toBe(10);
  });

  test('an old kept state never allows what the new one refuses', async () => {
    await executor.execute(asking(stream, 'add', 2));
    await other.execute(asking(stream, 'take', 2));
    await expect(executor.execute(asking(stream, 'take', 1))).rejects.toThrow(NotPossible);
    expect(await held()).toBe(0);
  });

  test('an expected version that is not the stream’s is refused, and not decided again', async () => {
    await executor.execute(asking(stream, 'add', 2));
    const stale = executor.execute(asking(stream, 'add', 1, { expectedVersion: 0 }));
    await expect(stale).rejects.toThrow(VersionConflict);
    await expect(stale).rejects.toMatchObject({ expected: 0, actual: 1 });
    await other.execute(asking(stream, 'add', 1));
    await expect(
      executor.execute(asking(stream, 'add', 1, { expectedVersion: 1 })),
    ).rejects.toMatchObject({ actual: 2 });
    expect(await held()).toBe(3);
  });

  test('a command that is accepted on kept knowledge asks the store for nothing but its append', async () => {
    await executor.execute(asking(stream, 'add', 2));
    const read = jest.spyOn(store, 'readStream');
    const append = jest.spyOn(store, 'append');
    await executor.execute(asking(stream, 'take', 1));
    expect([read.mock.calls.length, append.mock.calls.length]).toEqual([0, 1]);
    await expect(executor.execute(asking(stream, 'take', 5))).rejects.toThrow(NotPossible);
    expect(read.mock.calls.map(([, options]) => options?.from)).toEqual([undefined, 3]);
    jest.restoreAllMocks();
  });

  test('what is written participants stands or falls with it, and is planned again after a race', async () => {
    const [from, to] = [stream, newStream('shelf')];
    await executor.execute(asking(from, 'add', 8));
    const beside = (execution: ReturnType<typeof asking>, type: 'add' | 'take') => ({
      ...execution,
      participants: async () => {
        const command = { ...(await execution.command(0)), type };
        const asks = { origin: execution.request, commands: [command] as const };
        return [executor.participant(aggregate, to, asks)];
      },
    });
    const move = () => beside(asking(from, 'take', 1), 'add');
    await Promise.all(Array.from({ length: 8 }, () => retried(() => executor.execute(move()))));
    expect([await held(from), await held(to)]).toEqual([0, 8]);
    await expect(executor.execute(move())).rejects.toThrow(NotPossible);
    const more = beside(asking(from, 'add', 9), 'take');
    await expect(executor.execute(more)).rejects.toThrow(NotPossible);
    expect([await held(from), await held(to)]).toEqual([0, 8]);
  });
});

/** The executor gives up after some lost races; its caller may try again. */
async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
