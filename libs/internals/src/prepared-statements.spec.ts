import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { isPrepared } from './prepared-statements.js';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client(database.url);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

test('pg remembers the name of a statement once the server knows it, and not before', async () => {
  const { connection } = client as unknown as { readonly connection: pg.Connection };
  expect(isPrepared(connection, 'answer')).toBe(false);
  await client.query({ name: 'answer', text: 'SELECT 42' });
  expect(isPrepared(connection, 'answer')).toBe(true);
});
