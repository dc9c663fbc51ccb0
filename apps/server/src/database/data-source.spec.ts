import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { isDatabaseUnreachable } from '@app/postgres';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { createDataSource } from './data-source.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await createDataSource(database.url, { poolSize: 2 }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** What TypeORM is given by its pool: from here until its promise is back it does not listen. */
async function lent(): Promise<{ client: Client; release: () => void }> {
  const { driver } = dataSource as unknown as {
    driver: { obtainMasterConnection(): Promise<[Client, () => void]> };
  };
  const [client, release] = await driver.obtainMasterConnection();
  return { client, release };
}

async function end(client: Client): Promise<void> {
  // Not by `once` of Node's own, which listens for errors too.
  const gone = new Promise<void>((resolve) => client.once('end', resolve));
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await dataSource.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  await gone;
}

test('a session that is ended before TypeORM listens ends nothing else', async () => {
  const { client, release } = await lent();
  await end(client);
  release();
  expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('one that is ended between two questions of a query runner is a database that is away, and no fault', async () => {
  const runner = dataSource.createQueryRunner();
  await end((await runner.connect()) as Client);
  const refused: unknown = await runner.query('SELECT 1').catch((error: unknown) => error);
  expect([String(refused), isDatabaseUnreachable(refused)]).toEqual([
    expect.stringContaining('released'),
    true,
  ]);
});
