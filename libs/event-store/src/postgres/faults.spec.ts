import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import {
  LogDamaged,
  OutcomeUnknown,
  StoreClosed,
  StoreFull,
  StoreOverloaded,
  StoreUnfit,
} from '../errors.js';
import { filled, newStream, someEvent, someEvents, write } from '../testing/events.js';
import { expectKept, expectSoundLog, keepWriting, wholeLog } from '../testing/history.js';
import type { PostgresOptions } from './options.js';
import { PostgresEventStore } from './postgres-event-store.js';

const LANE = `application_name = 'event-store lane' AND datname = current_database()`;

describe('what can happen to the log in PostgreSQL', () => {
  let database: TestDatabase;
  let admin: Client;
  const opened: PostgresEventStore[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    admin = new Client({ connectionString: database.url });
    await admin.connect();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  async function open(options: Partial<PostgresOptions> = {}): Promise<PostgresEventStore> {
    const store = await PostgresEventStore.open({
      connectionString: database.url,
      allowUnsafe: true,
      ...options,
    });
    opened.push(store);
    return store;
  }

  /** A log of its own, for a test that leaves it unreadable. */
  async function toBeDamaged() {
    const damaged = await testDatabase();
    const store = await open({ connectionString: damaged.url });
    const client = new Client({ connectionString: damaged.url });
    await client.connect();
    const end = async () => {
      await store.close();
      await client.end();
      await damaged.drop();
    };
    return { store, client, end };
  }

  test.each(['adaptive', 'locked'] as const)(
    'the %s lane is cut off again and again under load: nothing acknowledged is lost, nothing is doubled',
    async (path) => {
      const store = await open({ path });
      const cuts = (async () => {
        while (store.metrics.reconnects < 8) {
          await sleep(25);
          await admin.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${LANE} AND state = 'active'`,
          );
        }
      })();
      const enough = () => store.metrics.reconnects >= 8;
      const shared = [newStream('shared')];
      const written = await Promise.all(
        Array.from({ length: 12 }, () => keepWriting(store, shared, enough)),
      );
      await cuts;
      const log = await wholeLog(store);
      expectSoundLog(log);
      expectKept(log, written.flat());
      expect(log.length).toBeGreaterThan(50);
    },
    60_000,
  );

  test('while the database stays away the outcome is unknown, and what was never sent is refused', async () => {
    const away = await testDatabase();
    const store = await PostgresEventStore.open({
      connectionString: away.url,
      allowUnsafe: true,
      giveUpAfterMs: 300,
    });
    await store.append([write(newStream(), 0, someEvent())]);
    await away.drop();
    const sent = store.append([write(newStream(), 0, someEvent())]);
    await sleep(50);
    const queued = store.append([write(newStream(), 0, someEvent())]);
    const settled = await Promise.allSettled([sent, queued]);
    expect(settled.map((result) => (result as PromiseRejectedResult).reason as unknown)).toEqual([
      expect.any(OutcomeUnknown),
      expect.any(StoreOverloaded),
    ]);
    await store.close();
  });

  test('a database that is read-only is away until another connection can write', async () => {
    const store = await open({ giveUpAfterMs: 300 });
    const { stream } = await filled(store, 1);
    const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
    await admin.query(`ALTER DATABASE ${rows[0]!.name} SET default_transaction_read_only = on`);
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${LANE}`);
    const append = [write(stream, 1, someEvent())];
    await expect(store.append(append)).rejects.toThrow(OutcomeUnknown);
    await admin.query('SET default_transaction_read_only = off');
    await admin.query(`ALTER DATABASE ${rows[0]!.name} RESET default_transaction_read_only`);
    expect(await store.append(append)).toMatchObject({ versions: { [stream]: 2 } });
  });

  test('a database without room refuses with its own name, and stores the same append when there is some', async () => {
    const store = await open();
    await admin.query(`
      CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$;
      CREATE TRIGGER no_room BEFORE INSERT ON event_store.events FOR EACH ROW EXECUTE FUNCTION no_room()`);
    const stream = newStream();
    const writes = [[write(stream, 0, someEvent())], [write(newStream(), 0, someEvent())]];
    const refused = await Promise.allSettled(writes.map((one) => store.append(one)));
    expect(refused.map((one) => (one as PromiseRejectedResult).reason as unknown)).toEqual([
      expect.any(StoreFull),
      expect.any(StoreFull),
    ]);
    await admin.query('DROP TRIGGER no_room ON event_store.events');
    expect(await store.append(writes[0]!)).toMatchObject({ versions: { [stream]: 1 } });
  });

  test('a statement that waits too long for another writer is refused, and stores nothing', async () => {
    const store = await open({ lockTimeoutMs: 100, path: 'locked' });
    await admin.query('BEGIN');
    await admin.query('SELECT pg_advisory_xact_lock(7306642, 1)');
    const stream = newStream();
    await expect(store.append([write(stream, 0, someEvent())])).rejects.toThrow(StoreOverloaded);
    await admin.query('ROLLBACK');
    expect(await store.readStream(stream)).toEqual([]);
    await store.append([write(stream, 0, someEvent())]);
  });

  test.each(['REPEATABLE READ', 'SERIALIZABLE'])(
    'the lock path refuses %s, which would read a stale head',
    async (level) => {
      await admin.query(`BEGIN ISOLATION LEVEL ${level}`);
      const call = admin.query(
        `SELECT event_store.append_batch('{}','{}','{}','{}','{}','{}','{}','{}','[]','[]')`,
      );
      await expect(call).rejects.toMatchObject({ code: '25001' });
      await admin.query('ROLLBACK');
    },
  );

  test('a database whose default is REPEATABLE READ changes nothing for the store', async () => {
    const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
    await admin.query(
      `ALTER DATABASE ${rows[0]!.name} SET default_transaction_isolation = 'repeatable read'`,
    );
    const store = await open({ path: 'locked' });
    await store.append([write(newStream(), 0, someEvent())]);
    await admin.query(`ALTER DATABASE ${rows[0]!.name} RESET default_transaction_isolation`);
  });

  test.each([
    `UPDATE event_store.events SET type = 'Other'`,
    `UPDATE event_store.events SET type = 'Other' WHERE false`,
    'DELETE FROM event_store.events',
    'TRUNCATE event_store.events',
    `SET session_replication_role = replica; DELETE FROM event_store.events`,
  ])('the past cannot be changed, not even by the owner: %s', async (statement) => {
    const store = await open();
    await filled(store, 2);
    const before = await wholeLog(store);
    await expect(admin.query(statement)).rejects.toMatchObject({ code: '23001' });
    await admin.query('RESET session_replication_role');
    expect(await wholeLog(store)).toEqual(before);
  });

  test('a storm of rolled back appends leaves no gap', async () => {
    const store = await open();
    const rollBack = async () => {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      for (let n = 0; n < 15; n++) {
        await client.query('BEGIN');
        await client
          .query(
            `SELECT event_store.append_batch('{1}', $1, '{0}', '{1}', '{1}', ARRAY[gen_random_uuid()], '{Lost}', '{1}', '[{}]', '[{}]')`,
            [[newStream()]],
          )
          .catch(() => undefined);
        await client.query('ROLLBACK');
      }
      await client.end();
    };
    const shared = [newStream('shared')];
    const [written] = await Promise.all([
      Promise.all(Array.from({ length: 4 }, () => keepWriting(store, shared, (n) => n >= 30))),
      ...Array.from({ length: 4 }, rollBack),
    ]);
    const log = await wholeLog(store);
    expectSoundLog(log);
    expectKept(log, written.flat());
    expect(log.filter(({ type }) => type === 'Lost')).toEqual([]);
  });

  test('a queue that is full refuses at once, in events and in bytes, and works on', async () => {
    const store = await open({ maxQueuedEvents: 10, maxQueuedBytes: 5_000 });
    const append = (size: number, text = '') =>
      store
        .append([write(newStream(), 0, ...someEvents(size - 1), someEvent(text))])
        .then(() => 'stored', String);
    const events = await Promise.all(Array.from({ length: 4 }, () => append(4)));
    // One goes its way at once, two fit into the queue.
    expect(events.filter((answer) => answer === 'stored')).toHaveLength(3);
    expect(events.at(-1)).toMatch(/^StoreOverloaded/);
    const bytes = await Promise.all(Array.from({ length: 3 }, () => append(1, 'x'.repeat(3_000))));
    expect(bytes[0]).toBe('stored');
    expect(bytes.at(-1)).toMatch(/^StoreOverloaded/);
    expect(store.metrics).toMatchObject({ queuedAppends: 0, queuedEvents: 0, queuedBytes: 0 });
    expect(await append(4)).toBe('stored');
  });

  test('closing stores what waits and ends subscriptions; after it the store takes nothing', async () => {
    const store = await open();
    const following = (async () => {
      for await (const page of store.subscribe()) expect(page).toBeDefined();
      return 'ended';
    })();
    const waiting = Promise.all(
      Array.from({ length: 50 }, () => store.append([write(newStream(), 0, someEvent())])),
    );
    const closing = store.close();
    await expect(store.append([write(newStream(), 0, someEvent())])).rejects.toThrow(StoreClosed);
    expect(await waiting).toHaveLength(50);
    await closing;
    expect(await following).toBe('ended');
    await expect(store.head()).rejects.toThrow(StoreClosed);
  });

  test('a hundred subscribers that wait do not each ask the database', async () => {
    const store = await open();
    const stop = new AbortController();
    const after = await store.head();
    const pages = Array.from({ length: 100 }, () =>
      store.subscribe({ after, signal: stop.signal })[Symbol.asyncIterator](),
    );
    await Promise.all(pages.map((each) => each.next()));
    const reads = `SELECT xact_commit::int AS commits FROM pg_stat_database WHERE datname = current_database()`;
    const count = async () => {
      await sleep(1_200);
      return (await admin.query<{ commits: number }>(reads)).rows[0]!.commits;
    };
    const next = Promise.all(pages.map((each) => each.next()));
    const before = await count();
    await count();
    expect((await count()) - before).toBeLessThan(30);
    stop.abort();
    await next;
  });

  test('a hole in the log stops the reader', async () => {
    const { store, client, end } = await toBeDamaged();
    await filled(store, 5);
    await client.query(`ALTER TABLE event_store.events DISABLE TRIGGER events_append_only`);
    await client.query('DELETE FROM event_store.events WHERE position = 3');
    await expect(store.readAll()).rejects.toThrow(LogDamaged);
    await expect(store.readAll({ after: 2n })).rejects.toThrow(LogDamaged);
    await expect(store.readAll({ direction: 'backward' })).rejects.toThrow(LogDamaged);
    for (const types of [[], ['SomethingElse']]) {
      for (const page of [{}, { direction: 'backward' as const }, { after: 1n }])
        await expect(store.readAll({ ...page, types })).rejects.toThrow('position 3 is missing');
      expect(await store.readAll({ after: 3n, types })).toMatchObject({ atHead: true });
    }
    await expect(store.subscribe({ after: 2n })[Symbol.asyncIterator]().next()).rejects.toThrow(
      LogDamaged,
    );
    await end();
  });

  test('a row that no store wrote stops the reader, and it is said where', async () => {
    const { store, client, end } = await toBeDamaged();
    await filled(store, 1);
    await client.query(
      `INSERT INTO event_store.events
       SELECT 2, stream, 2, gen_random_uuid(), type, schema_version, data, 'null', recorded_at
         FROM event_store.events`,
    );
    await expect(store.readAll()).rejects.toThrow(/at position 2 has no metadata/);
    await end();
  });

  test('a database that is not fit is not opened', async () => {
    const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name');
    await admin.query(`ALTER DATABASE ${rows[0]!.name} SET synchronous_commit = off`);
    await expect(open({ allowUnsafe: false })).rejects.toThrow(/synchronous_commit/);
    await admin.query(`ALTER DATABASE ${rows[0]!.name} RESET synchronous_commit`);
    const empty = new URL(database.url);
    empty.pathname = 'postgres';
    await expect(open({ connectionString: empty.href })).rejects.toThrow(StoreUnfit);
  });
});
