import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { Client } from '@app/postgres';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Acquaintances, PLACES } from './acquaintances.js';
import { SignInLimit } from './sign-in-limit.js';
import { SigningKey } from './signing-key.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    extra: { Client },
  }).initialize();
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** As a process has them that has just started. */
const started = () => new Acquaintances(dataSource, new SigningKey(dataSource, { dataDir: '.' }));

test('a place where a login was signed in is known to another process, and after a restart', async () => {
  await new SignInLimit(started()).succeeded('wang', '10.0.0.1');
  const later = new SignInLimit(started());
  expect(await later.enter('wang', '10.0.0.1')).toMatchObject({ rank: 'acquainted' });
  expect(await later.enter('wang', '10.0.0.2')).toMatchObject({ rank: 'stranger' });
  expect(await later.enter('li', '10.0.0.1')).toMatchObject({ rank: 'stranger' });
});

test('a login besieged by strangers still lets its owner in after a restart', async () => {
  await new SignInLimit(started()).succeeded('besieged', '10.0.1.200');
  const limit = new SignInLimit(started());
  for (let guess = 0; guess < 100; guess++) await limit.enter('besieged', `10.0.2.${guess}`);
  await expect(limit.enter('besieged', '10.0.3.1')).rejects.toMatchObject({ status: 429 });
  await expect(limit.enter('besieged', '10.0.1.200')).resolves.toBeDefined();
});

test('of a login the last twenty places are kept', async () => {
  for (let n = 0; n < PLACES + 5; n++) await started().add('traveller', `10.1.0.${n}`);
  const known = await Promise.all(
    Array.from({ length: PLACES + 5 }, (_, n) => started().has('traveller', `10.1.0.${n}`)),
  );
  expect(known).toEqual(known.map((_, n) => n >= 5));
});

test('a place is forgotten after thirty days, and goes when the login is next seen', async () => {
  await started().add('away', '10.2.0.1');
  await dataSource.query(
    "UPDATE identity.acquaintance SET seen_at = now() - interval '31 days' WHERE login = 'away'",
  );
  expect(await started().has('away', '10.2.0.1')).toBe(false);
  await started().add('away', '10.2.0.2');
  const rows = await dataSource.query<unknown[]>(
    "SELECT FROM identity.acquaintance WHERE login = 'away'",
  );
  expect(rows).toHaveLength(1);
});

test('no address can be read in the database', async () => {
  await started().add('hidden', '203.0.113.77');
  const [{ row }] = await dataSource.query<[{ row: string }]>(
    "SELECT a::text || encode(place, 'escape') AS row FROM identity.acquaintance a WHERE login = 'hidden'",
  );
  expect(row).not.toContain('203.0.113.77');
});
