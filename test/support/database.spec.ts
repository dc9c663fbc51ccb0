import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../../apps/server/src/database/migrations.js';
import { testDatabase } from './database.js';

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  test('is a PostgreSQL 18 that knows Chinese characters as letters', async () => {
    const database = await testDatabase();
    const [row] = await query(
      database.url,
      `SELECT current_setting('server_version_num')::int / 10000 AS major,
              current_setting('server_encoding') AS encoding, '门封条' ~ '^\\w+$' AS letters`,
    );
    expect(row).toEqual({ major: 18, encoding: 'UTF8', letters: true });
    await database.drop();
  });

  test('has seen every migration of the project', async () => {
    const database = await testDatabase();
    const [row] = await query(
      database.url,
      `SELECT to_regclass('event_store.events') AS log, count(*)::int AS done FROM migration`,
    );
    expect(row).toEqual({ log: 'event_store.events', done: migrations.length });
    await database.drop();
  });

  test('sees nothing of its neighbours, also when several are made at once', async () => {
    const databases = await Promise.all([testDatabase(), testDatabase(), testDatabase()]);
    for (const { url } of databases) await query(url, 'CREATE TABLE mine (id int)');
    for (const { url } of databases) expect(await query(url, 'SELECT * FROM mine')).toEqual([]);
    await Promise.all(databases.map(({ drop }) => drop()));
  });

  test('is gone once dropped, even with a connection still open', async () => {
    const database = await testDatabase();
    const client = new pg.Client({ connectionString: database.url });
    const lost = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await database.drop();
    await lost;
    await expect(query(database.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
  });
});
