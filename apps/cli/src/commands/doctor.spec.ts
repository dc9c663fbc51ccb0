import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Executor } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { newId } from '@app/kernel';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { registeredEmployee } from '../testing/registered-employee.js';

const { runCli } = await loadServerCode();

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase();
  const store = await PostgresEventStore.open({
    connectionString: database.url,
    allowUnsafe: true,
  });
  await registeredEmployee(new Executor(store), newId());
  await store.close();
});
afterEach(() => database.drop());

async function doctor() {
  const results: string[] = [];
  const result = (text: string) => void results.push(text);
  const output = { result, remark: () => undefined, language: 'en' as const };
  const where = { databaseUrl: database.url, dataDir: tmpdir() };
  const code = await runCli(['doctor'], where, output);
  return { code, result: results.join('\n') };
}

describe('the doctor', () => {
  test('finds the log unguarded where its trigger is disabled or gone, with 4', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const guard = (change: string) => client.query(`ALTER TABLE event_store.events ${change}`);
    try {
      expect((await doctor()).result).toContain('refuses every change of the past');
      await guard('DISABLE TRIGGER events_append_only');
      expect(await doctor()).toMatchObject({
        code: 4,
        result: expect.stringContaining('events_append_only is disabled'),
      });
      await guard('ENABLE TRIGGER events_append_only');
      expect((await doctor()).result).toContain('is not always enabled');
      await client.query(`ALTER TRIGGER events_append_only ON event_store.events RENAME TO gone`);
      expect((await doctor()).result).toContain('events_append_only is missing');
    } finally {
      await client.end();
    }
  });

  test('says that a clock was set, and by how much', async () => {
    expect((await doctor()).result).not.toContain('service clock');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('INSERT INTO service_clock.setting (ahead_ms) VALUES (3600000)');
    await client.end();
    expect((await doctor()).result).toMatch(/service clock +warning +one for .*, set by 3600 s/);
  });

  test('says that a projection stands still which is behind while nobody leads it', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query(
        `INSERT INTO read_model.projection (name, version, position, epoch) VALUES ('ticket-board', 1, 0, 0)
         ON CONFLICT (name) DO UPDATE SET position = 0, owner = NULL`,
      );
      const { result } = await doctor();
      expect(result).toMatch(
        /ticket-board +warning +at 0, 1 events behind, no worker leads it: none runs \(see ROLES\), .*log/,
      );
    } finally {
      await client.end();
    }
  });
});
