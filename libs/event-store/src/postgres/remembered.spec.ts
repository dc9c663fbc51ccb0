import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { begin, DatabaseClock } from '@app/clock';
import type { RecordedEvent } from '../envelope.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { filled, newStream, someEvent, write } from '../testing/events.js';
import { expectSoundLog, wholeLog } from '../testing/history.js';
import { PostgresEventStore } from './postgres-event-store.js';

const HOUR = 3_600_000;

describe('what the store remembers of the log', () => {
  let database: TestDatabase;
  let admin: Client;
  let store: PostgresEventStore;
  beforeEach(async () => {
    database = await testDatabase();
    admin = new Client({ connectionString: database.url });
    await admin.connect();
    store = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await store.close();
    await admin.end();
    await database.drop();
  });

  async function firstPageAfter(after: bigint): Promise<readonly RecordedEvent[]> {
    for await (const { events } of store.subscribe({ after })) return events;
    return [];
  }

  test('is forgotten with the connection: a database that lost its newest events gets no gap', async () => {
    const stream = newStream();
    for (let n = 0; n < 5; n++) await store.append([write(stream, n, someEvent())]);
    await admin.query(`ALTER TABLE event_store.events DISABLE TRIGGER events_append_only`);
    await admin.query(`DELETE FROM event_store.events WHERE position > 3`);
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'event-store lane' AND datname = current_database()`,
    );
    await sleep(100);
    await expect(store.append([write(stream, 5, someEvent())])).rejects.toMatchObject({
      stream,
      actual: 3,
    });
    await store.append([write(stream, 3, someEvent())]);
    expectSoundLog(await wholeLog(store));
  });

  test('is forgotten by those who follow the log too: they get what it holds now', async () => {
    await filled(store, 5);
    for (let n = 0; n < 2; n++) await firstPageAfter(3n);
    await admin.query(`ALTER TABLE event_store.events DISABLE TRIGGER events_append_only`);
    await admin.query(`DELETE FROM event_store.events WHERE position > 3`);
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name LIKE 'event-store%' AND datname = current_database()`,
    );
    await sleep(100);
    await filled(store, 2);
    const log = await wholeLog(store);
    expect(await firstPageAfter(3n)).toEqual(log.slice(3));
  });

  test('does not take the time from the clock of this machine', async () => {
    await filled(store, 1);
    const now = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => now() + HOUR);
    await filled(store, 1);
    jest.restoreAllMocks();
    await filled(store, 1);
    const log = await wholeLog(store);
    expectSoundLog(log);
    const { rows } = await admin.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    expect(Date.parse(log.at(-1)!.recordedAt)).toBeLessThanOrEqual(rows[0]!.now.getTime());
  });

  test.each(['adaptive', 'locked'] as const)(
    'a clock set forward is that of the next event of whoever knows it, and nobody records before it, on the %s path',
    async (path) => {
      await begin(admin, '2026-03-02T00:00:00.000Z');
      const clock = await DatabaseClock.open(database.url);
      const other = await PostgresEventStore.open({
        connectionString: database.url,
        allowUnsafe: true,
        path,
        clock: clock.clock,
      });
      for (let hour = 1; hour <= 5; hour++) {
        await filled(store, 2);
        const now = `2026-03-02T0${hour}:00:00.000Z`;
        await clock.setForward(now);
        const { stream } = await filled(other, 1);
        const { recordedAt } = (await other.readStream(stream))[0]!;
        expect(recordedAt >= now && recordedAt < `2026-03-02T0${hour}:30:00.000Z`).toBe(true);
        await filled(store, 1);
      }
      expectSoundLog(await wholeLog(store));
      await other.close();
      await clock.close();
    },
  );

  test.each(['adaptive', 'locked'] as const)(
    'a clock set back does not make an event older than the one before, on the %s path',
    async (path) => {
      await admin.query(`INSERT INTO event_store.events
        VALUES (1, 'clock', 1, gen_random_uuid(), 'Set', 1, '{}', '{}', clock_timestamp() + interval '1 hour')`);
      const other = await PostgresEventStore.open({
        connectionString: database.url,
        allowUnsafe: true,
        path,
      });
      await filled(other, 1);
      await filled(other, 3);
      expectSoundLog(await wholeLog(other));
      await other.close();
    },
  );
});
