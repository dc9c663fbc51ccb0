import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { PostgresEventStore } from '@app/event-store/postgres/postgres-event-store.js';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { LeaseHeld, NotYetVisible } from './errors.js';
import { acquire, release } from './lease.js';
import type { Projection } from './projection.js';
import { Projections, type ProjectionsOptions } from './projections.js';
import { rebuild } from './rebuild.js';
import { count, createTally, tally, type TallyRow } from './testing/tally.js';

let database: TestDatabase;
let dataSource: DataSource;
let store: PostgresEventStore;
let started: Projections[];

beforeEach(async () => {
  database = await testDatabase();
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    poolSize: 8,
  }).initialize();
  store = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
  await createTally(dataSource);
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((each) => each.stop()));
  await store.close();
  await dataSource.destroy();
  await database.drop();
});

function projections(
  options: Partial<ProjectionsOptions> = {},
  one: Projection<TallyRow> = tally,
): Projections {
  const made = new Projections(dataSource, store, [one], {
    owner: 'one',
    longestPause: 200,
    ...options,
  });
  started.push(made);
  return made;
}

function running(
  options: Partial<ProjectionsOptions> = {},
  one: Projection<TallyRow> = tally,
): Projections {
  const made = projections(options, one);
  made.start();
  return made;
}

const rows = () =>
  dataSource.query<{ id: string; total: number; seen: string[]; label: string }[]>(
    'SELECT id, total, seen, label FROM read_model.tally ORDER BY id',
  );

async function checkpoint(): Promise<{ position: string; epoch: string; owner: string | null }> {
  const [row] = await dataSource.query<{ position: string; epoch: string; owner: string | null }[]>(
    `SELECT position, epoch, owner FROM read_model.projection WHERE name = 'tally'`,
  );
  return row!;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 8_000; !(await holds());) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

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
    const all = running(
      {},
      {
        ...tally,
        evolve(row, event, key) {
          if (poisoned && event.position === 2n) throw new Error('too much');
          return tally.evolve(row, event, key);
        },
      },
    );
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
        'BEGIN PERFORM pg_sleep(30); RETURN NEW; END';
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

describe('two processes on one database', () => {
  test('apply every event once, whoever leads', async () => {
    const [one, two] = [running({ owner: 'one' }), running({ owner: 'two' })];
    await Promise.all(
      Array.from({ length: 8 }, async (_, stream) => {
        for (let index = 0; index < 25; index++) await count(store, `s${stream}`, { by: 1 });
      }),
    );
    await Promise.all([one.waitFor('tally', 200n, 5_000), two.waitFor('tally', 200n, 5_000)]);
    const all = await rows();
    expect(all.map(({ total }) => total)).toEqual(Array.from({ length: 8 }, () => 25));
    expect(new Set(all.flatMap(({ seen }) => seen)).size).toBe(200);
    expect([one.runners[0]!.state, two.runners[0]!.state].sort()).toEqual(['leading', 'standby']);
  });

  test('hand over when the leader stops', async () => {
    const one = running({ owner: 'one' });
    await one.waitFor('tally', await count(store, 'a', { by: 1 }));
    const two = running({ owner: 'two' });
    await until(() => two.runners[0]!.state === 'standby');
    await one.stop();
    await two.waitFor('tally', await count(store, 'a', { by: 1 }), 5_000);
    expect(await checkpoint()).toMatchObject({ owner: 'two', position: '2' });
    expect(await rows()).toMatchObject([{ total: 2 }]);
  });

  test('take over from a leader that fell silent, once its lease has expired', async () => {
    await acquire(dataSource, tally, 'gone', { seconds: 1 });
    const last = await count(store, 'a', { by: 1 });
    const all = running({ owner: 'two' });
    await expect(all.waitFor('tally', last, 300)).rejects.toThrow(NotYetVisible);
    await all.waitFor('tally', last, 5_000);
    expect(await checkpoint()).toMatchObject({ owner: 'two' });
  });

  test('fence a leader whose lease was taken: it writes nothing, and stands by', async () => {
    const one = running({ owner: 'one' });
    await one.waitFor('tally', await count(store, 'a', { by: 1 }));
    const lease = await acquire(dataSource, tally, 'two', { takeOver: true });
    await count(store, 'a', { by: 1 });
    await until(() => one.runners[0]!.state === 'standby');
    expect(await checkpoint()).toMatchObject({ owner: 'two', position: '1', epoch: lease.epoch });
    expect(await rows()).toMatchObject([{ total: 1 }]);
    await release(dataSource, 'tally', lease);
    await one.waitFor('tally', 2n, 5_000);
    expect(await rows()).toMatchObject([{ total: 2 }]);
  });

  test('let one that only answers queries see what the other has written', async () => {
    running({ owner: 'worker' });
    const asking = projections({ owner: 'api', run: false });
    expect(await asking.waitFor('tally', await count(store, 'a', { by: 1 }))).toBe(1n);
  });
});

describe('waiting for a position', () => {
  test('ends as soon as it is visible', async () => {
    const all = running();
    const waiting = all.waitFor('tally', 1n, 5_000);
    await count(store, 'a', { by: 1 });
    await waiting;
    expect(await rows()).toMatchObject([{ total: 1 }]);
  });

  test('gives up in time, and says how far it came', async () => {
    const waiting = running().waitFor('tally', 7n, 100);
    await expect(waiting).rejects.toMatchObject({
      code: 'not-yet-visible',
      wanted: 7n,
      reached: 0n,
    });
  });
});

describe('a rebuild', () => {
  test('folds the whole log anew', async () => {
    const before = running();
    await before.waitFor('tally', await count(store, 'a', { by: 1 }, { by: 2 }));
    await before.stop();
    await dataSource.query(
      `UPDATE read_model.tally SET total = 99; INSERT INTO read_model.tally VALUES ('x', 1, '{}', now(), NULL, 'x')`,
    );
    const progress: bigint[] = [];
    const reached = await rebuild(dataSource, store, tally, {
      owner: 'cli',
      pageSize: 1,
      onProgress: (position) => progress.push(position),
    });
    expect([reached, progress]).toEqual([2n, [1n, 2n]]);
    expect(await rows()).toEqual([{ id: 'a', total: 3, seen: ['1', '2'], label: 'a=3' }]);
  });

  test('leaves a projection alone that another process leads, unless told to take it over', async () => {
    const all = running({ owner: 'server' });
    await all.waitFor('tally', await count(store, 'a', { by: 1 }));
    await expect(rebuild(dataSource, store, tally, { owner: 'cli' })).rejects.toThrow(LeaseHeld);
    expect(await rebuild(dataSource, store, tally, { owner: 'cli', takeOver: true })).toBe(1n);
    await all.waitFor('tally', await count(store, 'a', { by: 1 }), 5_000);
    expect(await rows()).toMatchObject([{ total: 2, seen: ['1', '2'] }]);
  });

  test('comes of itself when a newer version starts, and the older one gives way for good', async () => {
    const old = running({ owner: 'old' });
    await old.waitFor('tally', await count(store, 'a', { by: 1 }));
    await old.stop();
    const doubled: Projection<TallyRow> = {
      ...tally,
      version: 2,
      evolve: (row, event, key) => {
        const after = tally.evolve(row, event, key);
        return after && { ...after, total: after.total + 1 };
      },
    };
    await running({ owner: 'new' }, doubled).waitFor(
      'tally',
      await count(store, 'a', { by: 1 }),
      5_000,
    );
    expect(await rows()).toMatchObject([{ total: 4 }]);
    old.start();
    await until(async () => (await old.status())[0]?.failure?.code === 'superseded');
  });
});
