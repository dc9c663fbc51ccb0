import { beforeEach, describe, expect, test } from '@jest/globals';
import { acquire, release } from './lease.js';
import { foldPage, keysToLoad } from './fold.js';
import { tablesOf } from './projection.js';
import { rebuild } from './rebuild.js';
import { rowFrom, tableSql } from './table.js';
import { until } from '@app/kernel/src/testing/until.js';
import { checkpoint, dataSource, onFreshLog, running, store } from './testing/fresh-log.js';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsIn } from './testing/given-events.js';
import { BalanceRow, createStock, move, movements, stock } from './testing/stock.js';

onFreshLog();

beforeEach(() => createStock(dataSource));

const balances = () =>
  dataSource.query<object[]>('SELECT sku, "left" FROM read_model.shelf_balance ORDER BY sku');
const ledger = () =>
  dataSource.query<{ sku: string; left: number }[]>(
    'SELECT position, sku, by, "left" FROM read_model.shelf_movement ORDER BY position',
  );
const line = (position: number, sku: string, by: number, left: number) => ({
  position: String(position),
  sku,
  by,
  left,
});

/** How everything stands that one page writes. */
const all = async () => ({
  balances: await balances(),
  lines: (await ledger()).length,
  position: (await checkpoint('stock')).position,
});

describe('a projection of two tables', () => {
  test('fills both, and a ledger says what was left after each movement', async () => {
    const one = running({}, stock);
    await move(store, 'CAP-35', 5, -2);
    await one.waitFor('stock', await move(store, 'FAN-2', 1));
    await one.waitFor('stock', await move(store, 'CAP-35', -1));
    expect(await balances()).toEqual([
      { sku: 'CAP-35', left: 2 },
      { sku: 'FAN-2', left: 1 },
    ]);
    expect(await ledger()).toEqual([
      line(1, 'CAP-35', 5, 5),
      line(2, 'CAP-35', -2, 3),
      line(3, 'FAN-2', 1, 1),
      line(4, 'CAP-35', -1, 2),
    ]);
  });

  test('goes on from what another process has written, read back as it was folded', async () => {
    const before = running({}, stock);
    await before.waitFor('stock', await move(store, 'CAP-35', { by: 5, price: '12.50' }));
    await before.stop();
    const { load } = tableSql(stock);
    const rows = await Promise.all([
      dataSource.query<object[]>(load[0]!, [['CAP-35']]),
      dataSource.query<object[]>(load[1]!, [['1']]),
    ]);
    expect(rows.map(([row], index) => rowFrom(tablesOf(stock)[index]!, { ...row }))).toEqual([
      { sku: 'CAP-35', left: 5, firstOn: '2026-03-02' },
      { position: '1', sku: 'CAP-35', by: 5, left: 5, price: '12.50' },
    ]);
    await running({}, stock).waitFor('stock', await move(store, 'CAP-35', -1));
    expect(await ledger()).toEqual([line(1, 'CAP-35', 5, 5), line(2, 'CAP-35', -1, 4)]);
  });

  test('removes a row of the one while it keeps those of the other', async () => {
    const one = running({}, stock);
    await move(store, 'FAN-2', 1);
    await one.waitFor('stock', await move(store, 'CAP-35', 5));
    await one.waitFor('stock', await move(store, 'CAP-35', -1, 'drop'));
    expect(await balances()).toEqual([{ sku: 'FAN-2', left: 1 }]);
    expect(await ledger()).toHaveLength(3);
  });

  test.each(['shelf_balance', 'shelf_movement'])(
    'writes neither and stays where it was while %s refuses its row',
    async (table) => {
      await dataSource.query(
        `ALTER TABLE read_model.${table} ADD CONSTRAINT few CHECK ("left" < 3)`,
      );
      const one = running({ pageSize: 1 }, stock);
      await move(store, 'CAP-35', 2, 2);
      await until(async () => ((await one.status())[0]?.failure?.failures ?? 0) >= 2);
      expect(await all()).toEqual({
        balances: [{ sku: 'CAP-35', left: 2 }],
        lines: 1,
        position: '1',
      });
      await dataSource.query(`ALTER TABLE read_model.${table} DROP CONSTRAINT few`);
      await one.waitFor('stock', 2n, 5_000);
      expect(await all()).toEqual({
        balances: [{ sku: 'CAP-35', left: 4 }],
        lines: 2,
        position: '2',
      });
    },
  );

  test('is as before when the connection is cut between the one and the other', async () => {
    await dataSource.query(`
      CREATE FUNCTION read_model.slowly() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_sleep(10); RETURN NEW; END';
      CREATE TRIGGER slowly AFTER INSERT ON read_model.shelf_movement
        FOR EACH ROW EXECUTE FUNCTION read_model.slowly()`);
    const one = running({}, stock);
    await move(store, 'CAP-35', 5);
    const cut = () =>
      dataSource.query<unknown[]>(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE wait_event = 'PgSleep' AND datname = current_database()`,
      );
    await until(async () => (await cut()).length > 0);
    await until(async () => (await one.status())[0]?.failure !== undefined);
    expect(await all()).toEqual({ balances: [], lines: 0, position: '0' });
    await cut();
    await dataSource.query('DROP FUNCTION read_model.slowly CASCADE');
    await one.waitFor('stock', 1n, 5_000);
    expect(await all()).toEqual({
      balances: [{ sku: 'CAP-35', left: 5 }],
      lines: 1,
      position: '1',
    });
  });

  test('is fenced in both: whose lease was taken writes into neither', async () => {
    const one = running({ owner: 'one' }, stock);
    await one.waitFor('stock', await move(store, 'CAP-35', 5));
    const other = { owner: 'two', logId: store.logId };
    const lease = await acquire(dataSource, stock, other, { takeOver: true });
    await move(store, 'CAP-35', -1, 'drop');
    await until(() => one.runners[0]!.state === 'standby');
    expect(await all()).toEqual({
      balances: [{ sku: 'CAP-35', left: 5 }],
      lines: 1,
      position: '1',
    });
    await release(dataSource, 'stock', lease);
    await one.waitFor('stock', 3n, 5_000);
    expect(await all()).toEqual({ balances: [], lines: 2, position: '3' });
  });

  test('is rebuilt as a whole', async () => {
    const one = running({}, stock);
    await one.waitFor('stock', await move(store, 'CAP-35', 5, -2));
    await one.stop();
    await dataSource.query(`
      UPDATE read_model.shelf_balance SET "left" = 99;
      INSERT INTO read_model.shelf_movement VALUES (77, 'FAN-2', 1, 1)`);
    expect(await rebuild(dataSource, store, stock, { owner: 'cli', pageSize: 1 })).toBe(2n);
    expect(await balances()).toEqual([{ sku: 'CAP-35', left: 3 }]);
    expect(await ledger()).toEqual([line(1, 'CAP-35', 5, 5), line(2, 'CAP-35', -2, 3)]);
  });
});

describe('the fold into several tables', () => {
  const moved = (sku: string, by: number) => eventOf(LI_WEI)('Moved', { sku, by });
  const events = recorded('material', [moved('A', 5), moved('B', 1), moved('A', -2)]);

  test('reads the rows of a balance, and none of a ledger', () => {
    expect(keysToLoad(stock, events)).toEqual([['A', 'B'], []]);
  });

  test('shows a table what the same event has left in one before it', () => {
    const known = [new Map([['A', { sku: 'A', left: 10, firstOn: '2026-03-01' }]])];
    const [, lines] = foldPage(stock, known, events);
    expect(lines?.written).toMatchObject([{ left: 15 }, { left: 1 }, { left: 13 }]);
  });

  test('shows no row that the event does not touch, as it may or may not be known', () => {
    const curious = {
      ...movements,
      evolve: (...[, , , seen]: Parameters<typeof movements.evolve>) => {
        seen(BalanceRow, 'B');
        return undefined;
      },
    };
    expect(() => rowsIn({ ...stock, beside: [curious] }, curious, events)).toThrow(
      'stock cannot fold Moved at position 1: the event touches no BalanceRow B in a table before this one',
    );
  });
});
