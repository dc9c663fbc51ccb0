import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  startProtocolDouble,
  type ProtocolDouble,
} from '../../../../test/support/eventstoredb/protocol-double.js';
import { LogDamaged, NotCapable, UnstorableAppend } from '../errors.js';
import { filled, newStream, pagesUntil, someEvent, someEvents, write } from '../testing/events.js';
import { wholeLog } from '../testing/history.js';
import { EventStoreDbEventStore } from './event-store-db-event-store.js';
import { PAGE_WINDOW } from './page.js';

/** Credentials of a call keep the client from its shared stream. */
const BY_CALL = { credentials: { username: 'nobody', password: '' } };

let double: ProtocolDouble;
let store: EventStoreDbEventStore;
let others: EventStoreDBClient;
beforeAll(async () => {
  double = await startProtocolDouble();
  store = await EventStoreDbEventStore.open({ connectionString: double.connectionString });
  others = EventStoreDBClient.connectionString(double.connectionString);
});
afterAll(async () => {
  await store.close();
  await others.dispose();
  await double.stop();
});

const foreign = (count: number, type = 'SomethingElse') =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type, data: { n } }));

test('events of the server and of others, and the notes of the store itself, are passed over', async () => {
  const before = await store.head();
  const following = pagesUntil(store, { after: before }, (_, count) => count >= 4);
  const { events: first } = await filled(store, 2);
  await others.setStreamMetadata(newStream(), { maxCount: 5 }, BY_CALL);
  await others.appendToStream('$stats-1', foreign(3, '$statsCollected'), BY_CALL);
  await others.appendToStream(newStream('foreign'), foreign(3), BY_CALL);
  const { events: second } = await filled(store, 2);
  const ids = [...first, ...second].map(({ id }) => id);
  const page = await store.readAll({ after: before });
  expect(page.events.map(({ id }) => id)).toEqual(ids);
  expect((await store.readAll({ after: before, limit: 3 })).events).toHaveLength(3);
  expect(page).toMatchObject({ scannedTo: await store.head(), atHead: true });
  const back = await store.readAll({ direction: 'backward', limit: 3 });
  expect(back.events.map(({ id }) => id)).toEqual(ids.slice(1).reverse());
  expect((await following).flatMap(({ events }) => events.map(({ id }) => id))).toEqual(ids);
  expect((await wholeLog(store)).filter(({ stream }) => /^(\$|event_store-)/.test(stream))).toEqual(
    [],
  );
});

test.each<[string, string | undefined]>([
  ['south', 'north'],
  ['north_east', 'north'],
  ['plain', undefined],
])('installations under %s and %s share a server and see nothing of each other', async (a, b) => {
  const open = (streamPrefix: string | undefined) =>
    EventStoreDbEventStore.open({
      connectionString: double.connectionString,
      ...(streamPrefix !== undefined && { streamPrefix }),
    });
  const [south, north] = await Promise.all([open(a), open(b)]);
  expect(north.logId).not.toBe(south.logId);
  const after = await north.head();
  const stream = newStream();
  const versions = async (each: EventStoreDbEventStore) =>
    (await each.readAll({ after })).events.map((event) => [event.stream, event.version]);
  await north.append([write(stream, 0, ...someEvents(2))]);
  await south.append([write(stream, 0, ...someEvents(3))]);
  expect(await north.readStream(stream)).toHaveLength(2);
  expect(await versions(north)).toEqual([1, 2].map((version) => [stream, version]));
  expect(await versions(south)).toEqual([1, 2, 3].map((version) => [stream, version]));
  expect(await south.caseCollisionOf(stream.toUpperCase())).toBe(stream);
  await Promise.all([north.close(), south.close()]);
});

test('a page looks at a bounded part of the log, and the next goes on from there', async () => {
  const after = await store.head();
  for (let n = 0; n < 11; n++) await filled(store, 1_000);
  const wanted = someEvent({}, 'SomethingElseHappened');
  await store.append([write(newStream(), 0, wanted)]);
  const first = await store.readAll({ after, types: [wanted.type] });
  expect(first).toMatchObject({ events: [], atHead: false });
  expect(first.scannedTo > after && first.scannedTo < (await store.head())).toBe(true);
  const second = await store.readAll({ after: first.scannedTo, types: [wanted.type] });
  expect(second.events.map(({ id }) => id)).toEqual([wanted.id]);
  expect(PAGE_WINDOW).toBe(10_000);
}, 180_000);

test('a stream that was deleted, or that others have written to, is damaged', async () => {
  const [{ stream: deleted }, { stream: gone }, { stream: mixed }] = [
    await filled(store, 2),
    await filled(store, 2),
    await filled(store, 2),
  ];
  await others.deleteStream(deleted, BY_CALL);
  await others.tombstoneStream(gone, BY_CALL);
  await others.appendToStream(mixed, foreign(1), BY_CALL);
  const fresh = await EventStoreDbEventStore.open({ connectionString: double.connectionString });
  await expect(fresh.append([write(deleted, 0, someEvent())])).rejects.toThrow(LogDamaged);
  await expect(fresh.append([write(gone, 2, someEvent())])).rejects.toThrow(LogDamaged);
  await expect(fresh.readStream(gone)).rejects.toThrow(LogDamaged);
  await expect(fresh.readStream(mixed)).rejects.toThrow(LogDamaged);
  await fresh.close();
});

test('several streams in one append are refused, and none of them is written', async () => {
  const [a, b] = [newStream(), newStream()];
  const writes = [write(a, 0, someEvent()), write(b, 0, ...someEvents(2))];
  await expect(store.append(writes)).rejects.toThrow(NotCapable);
  expect(await store.readStreams([a, b])).toEqual(
    new Map([
      [a, []],
      [b, []],
    ]),
  );
});

test("names of the server's, of the store's own and of others' are refused, and hold nothing", async () => {
  for (const name of ['$stream', '$$stream', 'event_store-log', 'event_store-name-x', 'north:x']) {
    await expect(store.append([write(name, 'any', someEvent())])).rejects.toThrow(UnstorableAppend);
    await others.appendToStream(name.replace(/^\$\$/, '$'), foreign(1), BY_CALL);
    expect(await store.readStream(name)).toEqual([]);
  }
  const system = write(newStream(), 0, someEvent({}, '$metadata'));
  await expect(store.append([system])).rejects.toThrow(UnstorableAppend);
});
