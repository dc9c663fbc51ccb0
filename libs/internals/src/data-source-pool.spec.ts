import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { poolOf } from './data-source-pool.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = new DataSource({
    type: 'postgres',
    url: database.url,
    extra: { Client },
    poolSize: 3,
  });
  await dataSource.initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

test('TypeORM asks over the pool in its driver, which tells of every connection', async () => {
  const pool = poolOf(dataSource);
  expect(pool.options.max).toBe(3);
  let opened = 0;
  pool.on('connect', () => opened++);
  await Promise.all([1, 2, 3].map(() => dataSource.query('SELECT pg_sleep(0.05)')));
  expect(pool.totalCount).toBe(3);
  expect(opened).toBeGreaterThan(0);
});
