import { describe, expect, test } from '@jest/globals';
import { compareAll, compareSome } from './compare.js';
import { rebuild } from './rebuild.js';
import { someStreams } from './some-streams.js';
import { dataSource, onFreshLog, onOwnConnection, running, store } from './testing/fresh-log.js';
import type { Projection } from './projection.js';
import { createStock, move, stock } from './testing/stock.js';
import { count, tally } from './testing/tally.js';

onFreshLog();

const all = (projection: Projection = tally) =>
  onOwnConnection((client) => compareAll(client, store, projection));

const some = (streams: readonly string[], projection: Projection = tally) =>
  onOwnConnection((client) => compareSome(client, store, projection, streams));

const none = { count: 0, keys: [] };
const agreeing = { missing: none, differing: none, surplus: none };

/** Streams `s10` … `s39` with two events each, folded in; then the leader stops. */
async function thirtyRows(): Promise<void> {
  const runners = running();
  let last = 0n;
  for (let n = 10; n < 40; n++)
    last = await count(store, `s${n}`, { by: n, note: '半 \uD800' }, { by: 1 });
  await runners.waitFor('tally', last);
  await runners.stop();
}

/** What only a fault or a stranger can have done. */
async function damaged(): Promise<void> {
  await dataSource.query(`
    DELETE FROM read_model.tally WHERE id < 's22';
    UPDATE read_model.tally SET total = total + 1 WHERE id = 's30';
    UPDATE read_model.tally SET seen = '{}' WHERE id = 's31';
    UPDATE read_model.tally SET label = 'nothing' WHERE id = 's32';
    INSERT INTO read_model.tally VALUES ('x', 1, '{}', now(), NULL, 'x=1')`);
}

describe('the comparison of a read model with the log', () => {
  test('finds its rows as they must be, and counts them', async () => {
    await thirtyRows();
    expect(await all()).toEqual({
      projection: 'tally',
      position: 60n,
      rows: 30,
      stored: 30,
      ...agreeing,
    });
  });

  test('finds what is missing, otherwise, or too much, and names the first ten of each', async () => {
    await thirtyRows();
    await damaged();
    expect(await all()).toMatchObject({
      rows: 30,
      missing: { count: 12, keys: Array.from({ length: 10 }, (_, n) => `s${10 + n}`) },
      differing: { count: 3, keys: ['s30', 's31', 's32'] },
      surplus: { count: 1, keys: ['x'] },
    });
    await rebuild(dataSource, store, tally, { owner: 'cli' });
    expect(await all()).toMatchObject({ rows: 30, ...agreeing });
  });

  test('finds nothing wrong while the leader goes on, and rows come and go', async () => {
    await running().waitFor('tally', await count(store, 'a', { by: 1 }));
    let over = false;
    const writing = (async () => {
      for (let n = 0; !over; n++) {
        await count(store, `w${n % 7}`, { by: 1 });
        await count(store, 'gone', { by: 1 }, { by: 0, cleared: n % 2 === 0 });
      }
    })();
    for (let n = 0; n < 20; n++) expect(await all()).toMatchObject(agreeing);
    over = true;
    await writing;
  });

  test('looks at no more than the rows of some streams where it is to be quick', async () => {
    await thirtyRows();
    await damaged();
    expect(await some(['s10', 's30', 's35', 's9'])).toEqual({
      projection: 'tally',
      position: 60n,
      rows: 3,
      stored: 19,
      missing: { count: 1, keys: ['s10'] },
      differing: { count: 1, keys: ['s30'] },
      surplus: none,
    });
  });

  test('chooses as many streams as are asked for, each once, or all where there are no more', async () => {
    for (let n = 10; n < 40; n++) await count(store, `s${n}`, { by: 1 });
    for (let n = 0; n < 60; n++) await count(store, 'busy', { by: 1 });
    for (let times = 0; times < 5; times++) {
      const chosen = await someStreams(store, 20);
      expect(chosen.slice(0, 5)).toEqual(['busy', 's39', 's38', 's37', 's36']);
      expect(new Set(chosen).size).toBe(20);
      expect(new Set(await someStreams(store, 31)).size).toBe(31);
      expect(await someStreams(store, 200)).toHaveLength(31);
    }
  });

  test('looks at every table of a projection, also where few streams are looked at', async () => {
    await createStock(dataSource);
    const runners = running({}, stock);
    await move(store, 'FAN-2', 1);
    await runners.waitFor('stock', await move(store, 'CAP-35', 5, -2));
    await runners.stop();
    expect(await all(stock)).toMatchObject({ rows: 5, ...agreeing });
    await dataSource.query(`
      DELETE FROM read_model.shelf_balance WHERE sku = 'FAN-2';
      UPDATE read_model.shelf_movement SET "left" = 9 WHERE position = 3`);
    const differing = { count: 1, keys: ['read_model.shelf_movement:3'] };
    const missing = { count: 1, keys: ['read_model.shelf_balance:FAN-2'] };
    expect(await all(stock)).toMatchObject({ rows: 5, missing, differing, surplus: none });
    const few = await some(['material-CAP-35'], stock);
    expect(few).toMatchObject({ rows: 3, missing: none, differing, surplus: none });
  });

  test('says why it says nothing', async () => {
    expect(await all()).toMatchObject({ why: 'never-folded' });
    await thirtyRows();
    const newer = { ...tally, version: 2 };
    expect(await some([], newer)).toMatchObject({ why: 'other-version' });
    await dataSource.query('UPDATE read_model.projection SET log_id = gen_random_uuid()');
    expect(await all()).toMatchObject({ why: 'other-log' });
  });
});
