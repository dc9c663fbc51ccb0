import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '@app/clock';
import {
  startProtocolDouble,
  type ProtocolDouble,
} from '../../../../test/support/eventstoredb/protocol-double.js';
import { newStream, someEvent, write } from '../testing/events.js';
import { EventStoreDbEventStore } from './event-store-db-event-store.js';

const NOON = Date.parse('2026-03-02T04:00:00.000Z');
const MINUTE = 60_000;

let double: ProtocolDouble;
const opened: EventStoreDbEventStore[] = [];

beforeEach(async () => {
  double = await startProtocolDouble();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
  await double.stop();
});

async function open(clock?: Clock): Promise<EventStoreDbEventStore> {
  const { connectionString } = double;
  const store = await EventStoreDbEventStore.open({ connectionString, ...(clock && { clock }) });
  opened.push(store);
  return store;
}

describe('when an event in EventStoreDB was recorded', () => {
  test('is what the clock of the service said, for whoever reads it', async () => {
    const store = await open({ now: NOON });
    const stream = newStream();
    await store.append([write(stream, 0, someEvent(), someEvent())]);
    const stored = await (await open()).readStream(stream);
    const noon = new Date(NOON).toISOString();
    expect(stored.map(({ recordedAt }) => recordedAt)).toEqual([noon, noon]);
    expect((await store.readAll()).events).toEqual(stored);
  });

  test('is when the server stored it, where the event is of an older log and does not say', async () => {
    const store = await open({ now: NOON });
    const stream = newStream();
    const { id, data, meta } = someEvent();
    const older = EventStoreDBClient.connectionString(double.connectionString);
    const event = jsonEvent({
      type: 'Older',
      data: { data },
      metadata: { schemaVersion: 1, id, meta },
    });
    await older.appendToStream(stream, event, {
      credentials: { username: 'nobody', password: '' },
    });
    await older.dispose();
    const [stored] = await store.readStream(stream);
    expect(Date.parse(stored!.recordedAt)).toBeGreaterThan(NOON);
    await store.append([write(stream, 1, someEvent())]);
    expect((await store.readStream(stream))[1]!.recordedAt).toBe(stored!.recordedAt);
  });

  test('never goes back in a stream, whichever process writes, whether it knows the stream or not', async () => {
    const [early, late] = [{ now: NOON }, { now: NOON + MINUTE }];
    const [one, other] = [await open(early), await open(late)];
    const stream = newStream();
    await one.append([write(stream, 'any', someEvent())]);
    await other.append([write(stream, 'any', someEvent())]);
    for (let n = 0; n < 2; n++) await one.append([write(stream, 'any', someEvent())]);
    early.now = NOON + 2 * MINUTE;
    await one.append([write(stream, 'any', someEvent())]);
    early.now = NOON;
    await one.append([write(stream, 'any', someEvent())]);
    const times = (await one.readStream(stream)).map(({ recordedAt }) => recordedAt);
    expect(times.map((time) => (Date.parse(time) - NOON) / MINUTE)).toEqual([0, 1, 1, 1, 2, 2]);
  });
});
