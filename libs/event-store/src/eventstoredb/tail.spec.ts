import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { bytesOf, type LogRecord } from '../../../../test/support/eventstoredb/log-record.js';
import {
  startProtocolDouble,
  type ProtocolDouble,
} from '../../../../test/support/eventstoredb/protocol-double.js';
import { pagesUntil, newStream, someEvents, write } from '../testing/events.js';
import { wholeLog } from '../testing/history.js';
import { EventStoreDbEventStore } from './event-store-db-event-store.js';

const PROJECTIONS = 10;
const APPENDS = 60;
const EVENTS = APPENDS * 5;

describe('what is read of the log', () => {
  let double: ProtocolDouble;
  const opened: EventStoreDbEventStore[] = [];
  beforeEach(async () => {
    double = await startProtocolDouble();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await double.stop();
  });

  async function open(streamPrefix?: string): Promise<EventStoreDbEventStore> {
    const { connectionString } = double;
    const store = await EventStoreDbEventStore.open({
      connectionString,
      ...(streamPrefix !== undefined && { streamPrefix }),
    });
    opened.push(store);
    return store;
  }

  async function fill(store: EventStoreDbEventStore): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < APPENDS; n++) {
      const events = someEvents(5);
      await store.append([write(newStream(), 0, ...events)]);
      ids.push(...events.map(({ id }) => id));
    }
    return ids;
  }

  /** Followers that stand at the head, and what each has seen. */
  async function follow(store: EventStoreDbEventStore): Promise<Promise<string[]>[]> {
    const after = await store.head();
    const following = Array.from({ length: PROJECTIONS }, async () => {
      const pages = await pagesUntil(store, { after }, (_, count) => count >= EVENTS);
      return pages.flatMap(({ events }) => events.map(({ id }) => id));
    });
    // Somebody subscribes when the first of them asks.
    while (double.log.events.listenerCount('grown') === 0) await sleep(5);
    return following;
  }

  const sizeOf = (records: readonly LogRecord[]) =>
    records.reduce((sum, record) => sum + Number(bytesOf(record, record.stream)), 0);

  const ours = () => double.log.records.filter(({ type }) => type === 'SomethingHappened');

  test('is read once by a process, however many follow it, whoever writes', async () => {
    const [store, other] = [await open(), await open()];
    const before = ours().length;
    double.given.splice(0);
    const following = await follow(store);
    const ids = await fill(other);
    for (const seen of await Promise.all(following)) expect(seen).toEqual(ids);
    const read = double.given.filter(({ type }) => type !== '$statsCollected');
    expect(sizeOf(read)).toBeLessThanOrEqual(1.3 * sizeOf(ours().slice(before)));
  }, 30_000);

  test('goes on where it ended when the connection is lost', async () => {
    const [store, other] = [await open(), await open()];
    const following = await follow(store);
    double.given.splice(0);
    const cuts = setInterval(() => double.dropConnections(), 150);
    const ids = await fill(other);
    clearInterval(cuts);
    for (const seen of await Promise.all(following)) expect(seen).toEqual(ids);
  }, 60_000);

  test("is nobody else's, on the way up and at the head", async () => {
    const [north, south] = [await open('north'), await open()];
    const others = EventStoreDBClient.connectionString(double.connectionString);
    const credentials = { username: 'nobody', password: '' };
    const noise = () =>
      others.appendToStream(
        newStream('foreign'),
        Array.from({ length: 1_000 }, (_, n) => jsonEvent({ type: 'SomethingElse', data: { n } })),
        { credentials },
      );
    for (let n = 0; n < 5; n++) await noise();
    await fill(south);
    double.given.splice(0);
    const store = await open('east');
    expect(await wholeLog(store)).toEqual([]);
    expect(await store.readAll({ direction: 'backward' })).toMatchObject({ events: [] });
    const following = await follow(store);
    await noise();
    await fill(north);
    const ids = await fill(store);
    for (const seen of await Promise.all(following)) expect(seen).toEqual(ids);
    const of =
      (prefix: string) =>
      ({ stream }: LogRecord) =>
        stream.startsWith(prefix);
    const heads = double.called.filter((call) => call === 'Streams/Read').length;
    expect(double.given.filter(of('east:')).length).toBeLessThanOrEqual(1.3 * EVENTS);
    // The head of the log is one event, whosoever it is, each time that it is asked for.
    expect(double.given.filter((each) => !of('east:')(each)).length).toBeLessThan(heads);
    await others.dispose();
  }, 60_000);
});
