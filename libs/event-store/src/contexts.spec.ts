import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { newId, streams } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { ContextsOfLog, type Readable } from './contexts.js';
import { Executor } from './executor.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';
import { enveloped } from './testing/envelopes.js';

/** How often each bell was rung. */
const bells = streams<number>('bell');
const declared: Readable = {
  category: 'bell',
  types: { BellRung: { schemaVersion: 1 } },
  decider: {
    initialState: () => 0,
    evolve: (rung: number, { data }: { data: { times: number } }) => rung + data.times,
  },
};

let database: TestDatabase;
let store: PostgresEventStore;
let contexts: ContextsOfLog;
const commandId = newId();

beforeAll(async () => {
  database = await testDatabase();
  store = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
  contexts = new ContextsOfLog(store, new Executor(store), [declared]);
  for (const [bell, times] of [['a', 1] as const, ['b', 2] as const]) {
    const rung = eventOf(LI_WEI)('BellRung', { times });
    const events = [enveloped(rung, { commandId: bell === 'a' ? commandId : newId() })];
    await store.append([{ stream: bells.named(bell), expected: 'no-stream', events }]);
  }
});
afterAll(async () => {
  await store?.close();
  await database?.drop();
});

test('a stream is read as its declaration folds it; one that there is not is as it begins', async () => {
  expect(await contexts.read(bells, 'b')).toBe(2);
  expect(await contexts.read(bells, 'none')).toBe(0);
});

test('several are read in their order, also one that is asked for twice', async () => {
  expect(await contexts.readMany(bells, ['b', 'none', 'a', 'b'])).toEqual([2, 0, 1, 2]);
  expect(await contexts.readMany(bells, [])).toEqual([]);
});

test('a stream is read as it was too: by what had happened, in whatever order it was told', async () => {
  const rung = (times: number, time: string) =>
    enveloped(eventOf(LI_WEI)('BellRung', { times }, time), { commandId: newId() });
  const events = [rung(1, '09:00'), rung(10, '11:00'), rung(100, '10:00')];
  await store.append([{ stream: bells.named('late'), expected: 'no-stream', events }]);
  const readAt = (time: string) => contexts.readAsOf(bells, 'late', at(time));
  expect(await readAt('08:59')).toEqual({ then: 0, now: 111 });
  expect(await readAt('09:00')).toEqual({ then: 1, now: 111 });
  expect(await readAt('10:30')).toEqual({ then: 101, now: 111 });
  expect(await readAt('11:00')).toEqual({ then: 111, now: 111 });
});

test('several are read as they were known: by what had been recorded, whenever it had happened', async () => {
  const stream = bells.named('known');
  const ring = (times: number, time: string) =>
    enveloped(eventOf(LI_WEI)('BellRung', { times }, time), { commandId: newId() });
  await store.append([{ stream, expected: 'no-stream', events: [ring(1, '11:00')] }]);
  const [first] = await store.readStream(stream);
  await setTimeout(5);
  await store.append([{ stream, expected: 1, events: [ring(10, '09:00')] }]);
  const known = (at: string) => contexts.readMany(bells, ['known', 'none'], at);
  expect(await known(first!.recordedAt)).toEqual([1, 0]);
  expect(await known('2000-01-01T00:00:00.000Z')).toEqual([0, 0]);
  expect(await contexts.readMany(bells, ['known', 'none'])).toEqual([11, 0]);
});

test('streams that no aggregate declares are not read', async () => {
  await expect(contexts.read(streams<number>('gong'), 'a')).rejects.toThrow(
    'no aggregate declares the streams of gong',
  );
});

test('what was recorded since a moment is read backwards, page by page, and without the years before', async () => {
  const rung = (times: number) =>
    enveloped(eventOf(LI_WEI)('BellRung', { times }), { commandId: newId() });
  const stream = bells.named('busy');
  const events = Array.from({ length: 600 }, (_, index) => rung(index + 1));
  await store.append([{ stream, expected: 0, events: events.slice(0, 40) }]);
  await setTimeout(5);
  await store.append([{ stream, expected: 40, events: events.slice(40) }]);
  const all = await contexts.recordedSince(bells, 'busy', at('00:00'));
  expect(all.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
  const since = await contexts.recordedSince(bells, 'busy', all[40]!.recordedAt);
  expect(since.map(({ version }) => version)).toEqual(events.slice(40).map((_, n) => n + 41));
  expect(await contexts.recordedSince(bells, 'none', at('00:00'))).toEqual([]);
});
