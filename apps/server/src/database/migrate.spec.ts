import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { createDataSource } from './data-source.js';
import { migrate, pendingMigrations } from './migrate.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

async function emptied(): Promise<void> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    extra: { Client },
  }).initialize();
  const schemas = await dataSource.query<{ name: string }[]>(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)'`,
  );
  for (const { name } of schemas) await dataSource.query(`DROP SCHEMA "${name}" CASCADE`);
  await dataSource.query('CREATE SCHEMA public');
  await dataSource.destroy();
}

describe('migrating', () => {
  test('brings an empty database up to date, and says by what', async () => {
    await emptied();
    const pending = await pendingMigrations(database.url);
    expect(pending[0]).toBe('EventStore1763800000000');
    expect(await migrate(database.url)).toEqual(pending);
    expect(await pendingMigrations(database.url)).toEqual([]);
  });

  test('changes nothing the second time', async () => {
    expect(await migrate(database.url)).toEqual([]);
  });

  test('is done once by servers that start together', async () => {
    await emptied();
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url)));
    expect(runs.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await pendingMigrations(database.url)).toEqual([]);
  });

  test('leaves a database in which every entity can be read', async () => {
    const dataSource = await createDataSource(database.url).initialize();
    for (const { target } of dataSource.entityMetadatas) {
      expect(await dataSource.getRepository(target).find({ take: 1 })).toEqual([]);
    }
    await dataSource.destroy();
  });
});
