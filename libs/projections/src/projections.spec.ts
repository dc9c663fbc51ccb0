import { describe, expect, test } from '@jest/globals';
import { LeaseHeld, NotYetVisible, OtherLog, PositionAhead } from './errors.js';
import { acquire, release } from './lease.js';
import { rebuild } from './rebuild.js';
import { until } from '@app/kernel/src/testing/until.js';
import {
  checkpoint,
  dataSource,
  onFreshLog,
  projections,
  rows,
  running,
  store,
} from './testing/fresh-log.js';
import { count, tally } from './testing/tally.js';

onFreshLog();

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
    await acquire(dataSource, tally, { owner: 'gone', logId: store.logId }, { seconds: 1 });
    const last = await count(store, 'a', { by: 1 });
    const all = running({ owner: 'two' });
    await expect(all.waitFor('tally', last, 300)).rejects.toThrow(NotYetVisible);
    await all.waitFor('tally', last, 5_000);
    expect(await checkpoint()).toMatchObject({ owner: 'two' });
  });

  test('wait for what the log has given, and for nothing else', async () => {
    await acquire(dataSource, tally, { owner: 'gone', logId: store.logId }, { seconds: 3_600 });
    const last = await count(store, 'a', { by: 1 });
    const all = running({ owner: 'two' });
    const nothing = () => Promise.resolve();
    await expect(all.read('tally', last + 1n, nothing)).rejects.toThrow(PositionAhead);
  });

  test('fence a leader whose lease was taken: it writes nothing, and stands by', async () => {
    const one = running({ owner: 'one' });
    await one.waitFor('tally', await count(store, 'a', { by: 1 }));
    const lease = await acquire(
      dataSource,
      tally,
      { owner: 'two', logId: store.logId },
      { takeOver: true },
    );
    await count(store, 'a', { by: 1 });
    await until(() => one.runners[0]!.state === 'standby');
    expect(await checkpoint()).toMatchObject({ owner: 'two', position: '1', epoch: lease.epoch });
    expect(await rows()).toMatchObject([{ total: 1 }]);
    await release(dataSource, 'tally', lease);
    await one.waitFor('tally', 2n, 5_000);
    expect(await rows()).toMatchObject([{ total: 2 }]);
  });

  test('are refused beside another log, until they are rebuilt from it', async () => {
    const one = running({ owner: 'one' });
    await one.waitFor('tally', await count(store, 'a', { by: 1 }));
    await one.stop();
    await dataSource.query('UPDATE read_model.projection SET log_id = gen_random_uuid()');
    await expect(one.onApplicationBootstrap()).rejects.toThrow(OtherLog);
    one.start();
    await until(() => one.runners[0]!.failure?.code === 'other-log');
    await rebuild(dataSource, store, tally, { owner: 'two' });
    await one.waitFor('tally', await count(store, 'a', { by: 1 }));
    expect(await rows()).toMatchObject([{ total: 2 }]);
    expect((await one.status())[0]!.logId).toBe(store.logId);
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
    const doubled: typeof tally = {
      ...tally,
      version: 2,
      evolve: (row, event, key, seen) => {
        const after = tally.evolve(row, event, key, seen);
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
