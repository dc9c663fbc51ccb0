import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { someEvent, write } from '@app/event-store/src/testing/events.js';
import { until } from '@app/kernel/src/testing/until.js';
import { checkpoint, dataSource, onFreshLog, rows, running, store } from './testing/fresh-log.js';
import { count, tally } from './testing/tally.js';

onFreshLog();

describe('a projection on the log', () => {
  test('shows what was there before it started and what came after', async () => {
    await count(store, 'a', { by: 1 }, { by: 2 });
    const all = running();
    await all.waitFor('tally', 2n);
    const last = await count(store, 'b', { by: 5 });
    await all.waitFor('tally', last);
    expect(await rows()).toEqual([
      { id: 'a', total: 3, seen: ['1', '2'], label: 'a=3' },
      { id: 'b', total: 5, seen: ['3'], label: 'b=5' },
    ]);
  });

  test('writes a row once for a page, however many of its events touch it', async () => {
    await count(store, 'a', ...Array.from({ length: 400 }, () => ({ by: 1 })));
    await running().waitFor('tally', 400n);
    expect(await rows()).toMatchObject([{ id: 'a', total: 400 }]);
    expect(await dataSource.query('SELECT id FROM read_model.tally_write')).toEqual([{ id: 'a' }]);
  });

  test('rests after each page of a rush, although the log grows while it is read', async () => {
    const all = running({}, { ...tally, keysOf: () => ['all'] });
    await all.waitFor('tally', await count(store, 'first', { by: 1 }));
    const beside = new AbortController();
    const others = Array.from({ length: 3 }, async () => {
      for await (const page of store.subscribe({ signal: beside.signal }))
        await sleep(5 + (page.events.length % 7));
    });
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 500; n++) await count(store, `of-${writer}`, { by: 1 });
    });
    await Promise.all(writers);
    await all.waitFor('tally', await store.head());
    beside.abort();
    await Promise.all(others);
    const pauses = await dataSource.query<{ rested: number }[]>(
      `SELECT extract(epoch FROM next_at - at)::float * 1000 AS rested
       FROM (SELECT at, events - lag(events) OVER written AS page, lead(at) OVER written AS next_at
             FROM read_model.tally_write WINDOW written AS (ORDER BY events)) AS each
       WHERE page >= 8 AND next_at IS NOT NULL`,
    );
    // Each of the two waits above may have ended one rest.
    expect(pauses.length).toBeGreaterThan(0);
    expect(pauses.filter(({ rested }) => rested < 49).length).toBeLessThanOrEqual(2);
  });

  test('removes a row that its events remove, also within the page that made it', async () => {
    const all = running();
    await count(store, 'a', { by: 1 });
    await all.waitFor('tally', await count(store, 'b', { by: 1 }));
    await count(store, 'c', { by: 1 }, { by: 0, cleared: true });
    await all.waitFor('tally', await count(store, 'a', { by: 0, cleared: true }));
    expect(await rows()).toMatchObject([{ id: 'b' }]);
  });

  test('moves on over what it does not handle', async () => {
    const deaf = { ...tally, handles: { SomethingElse: { schemaVersion: 1 } } };
    const all = running({}, deaf);
    expect(await all.waitFor('tally', await count(store, 'a', { by: 1 }))).toBe(1n);
    expect(await rows()).toEqual([]);
  });

  test('writes nothing for what it does not need, and stores soon how far it is', async () => {
    const all = running();
    await all.waitFor('tally', await count(store, 'a', { by: 1 }));
    await dataSource.query(
      `CREATE TABLE read_model.moves (position bigint);
       CREATE FUNCTION read_model.note() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN INSERT INTO read_model.moves VALUES (NEW.position); RETURN NULL; END $$;
       CREATE TRIGGER note AFTER UPDATE ON read_model.projection
         FOR EACH ROW EXECUTE FUNCTION read_model.note()`,
    );
    const began = performance.now();
    let last = 0n;
    for (let n = 0; n < 40; n++) {
      const { position } = await store.append([write('other', n, someEvent())]);
      last = await all.waitFor('tally', position);
    }
    await until(async () => (await checkpoint()).position === String(last));
    const moves = await dataSource.query<unknown[]>('SELECT * FROM read_model.moves');
    expect(moves.length).toBeLessThan(3 + (performance.now() - began) / 200);
  });

  test('goes on where it stood after a stop', async () => {
    const before = running();
    await before.waitFor('tally', await count(store, 'a', { by: 1 }));
    await before.stop();
    expect(await checkpoint()).toMatchObject({ position: '1', owner: null });
    await running().waitFor('tally', await count(store, 'a', { by: 1 }));
    expect(await rows()).toMatchObject([{ total: 2, seen: ['1', '2'] }]);
  });
});

describe('rows and checkpoint', () => {
  test('stand or fall together when the table refuses the rows, and go on when it no longer does', async () => {
    await dataSource.query('ALTER TABLE read_model.tally ADD CONSTRAINT small CHECK (total < 3)');
    const all = running({ pageSize: 2 });
    await count(store, 'a', { by: 1 }, { by: 1 }, { by: 1 });
    await until(async () => ((await all.status())[0]?.failure?.failures ?? 0) >= 2);
    expect(await checkpoint()).toMatchObject({ position: '2' });
    expect(await rows()).toMatchObject([{ total: 2 }]);
    await dataSource.query('ALTER TABLE read_model.tally DROP CONSTRAINT small');
    await all.waitFor('tally', 3n, 5_000);
    expect(await rows()).toMatchObject([{ total: 3, seen: ['1', '2', '3'] }]);
    expect((await all.status())[0]).toMatchObject({ failure: undefined, state: 'leading' });
  });

  test('do not advance while an event cannot be folded, which the status names', async () => {
    let poisoned = true;
    const poisonous: typeof tally = {
      ...tally,
      evolve(row, event, key, seen) {
        if (poisoned && event.position === 2n) throw new Error('too much');
        return tally.evolve(row, event, key, seen);
      },
    };
    const all = running({}, poisonous);
    await all.waitFor('tally', await count(store, 'a', { by: 1 }));
    await count(store, 'a', { by: 1 });
    await count(store, 'a', { by: 1 });
    await until(async () => (await all.status())[0]?.state === 'failing');
    const [status] = await all.status();
    expect(status).toMatchObject({
      position: 1n,
      lagEvents: 2,
      failure: { code: 'projection-fault' },
    });
    expect(status?.failure?.message).toContain('Counted at position 2: too much');
    poisoned = false;
    await all.waitFor('tally', 3n, 5_000);
    expect(await rows()).toMatchObject([{ total: 3, seen: ['1', '2', '3'] }]);
  });

  test('are both as before when the connection is cut in the middle of the write', async () => {
    await dataSource.query(`
      CREATE FUNCTION read_model.slowly() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_sleep(10); RETURN NEW; END';
      CREATE TRIGGER slowly AFTER INSERT ON read_model.tally FOR EACH ROW EXECUTE FUNCTION read_model.slowly()`);
    const all = running();
    await count(store, 'a', { by: 1 });
    const sleeping = () =>
      dataSource.query<{ pid: number }[]>(
        `SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`,
      );
    await until(async () => (await sleeping()).length > 0);
    const [{ pid } = { pid: 0 }] = await sleeping();
    await dataSource.query('SELECT pg_terminate_backend($1)', [pid]);
    await until(async () => (await all.status())[0]?.failure !== undefined);
    expect([await rows(), (await checkpoint()).position]).toEqual([[], '0']);
    for (const { pid: next } of await sleeping())
      await dataSource.query('SELECT pg_terminate_backend($1)', [next]);
    await dataSource.query('DROP FUNCTION read_model.slowly CASCADE');
    await all.waitFor('tally', 1n, 5_000);
    expect(await rows()).toMatchObject([{ total: 1 }]);
  });

  test('hold texts that PostgreSQL cannot store, with what it cannot replaced', async () => {
    await running().waitFor(
      'tally',
      await count(store, 'a', { by: 1, note: 'half \uD800, NUL \0, whole 🙂' }),
    );
    expect(await dataSource.query('SELECT note FROM read_model.tally')).toEqual([
      { note: 'half \uFFFD, NUL \uFFFD, whole 🙂' },
    ]);
  });
});
