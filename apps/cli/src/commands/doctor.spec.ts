import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Executor } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { newId } from '@app/kernel';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { behind } from './doctor-projections.js';
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

async function doctor(language: 'zh' | 'en' = 'en', url = database.url) {
  const results: string[] = [];
  const result = (text: string) => void results.push(text);
  const output = { result, remark: () => undefined, language };
  const where = { databaseUrl: url, dataDir: tmpdir() };
  const code = await runCli(['doctor'], where, output);
  return { code, result: results.join('\n') };
}

describe('the doctor', () => {
  test('speaks one language throughout', async () => {
    const zh = (await doctor('zh')).result;
    expect(zh).toMatch(/clock +正常 +数据库的时钟比本机快/);
    expect(zh).toMatch(/projection ticket-board +注意 +位置 0，落后 1 个事件，没有进程更新它：/);
    expect(zh).not.toMatch(/\b(ok|warning|failed|free at|none pending|ahead|behind|head)\b/);
    expect((await doctor('en')).result).not.toMatch(/[\p{Script=Han}：，]/u);
  });

  test('says of a database that does not answer where it should be, and that alone', async () => {
    const { code, result } = await doctor('en', 'postgres://us:hunter2@127.0.0.1:1/centre');
    expect(code).toBe(1);
    expect(result).toMatch(
      /^database +failed +no connection to postgres:\/\/us:\*{3}@127\.0\.0\.1:1\/centre: connect ECONNREFUSED/,
    );
    expect(result).not.toMatch(/database +ok|hunter2/);
  });

  test.each([
    [true, 40_000, '40000 events behind', '落后 40000 个事件'],
    [false, 999, '999 events behind', '落后 999 个事件'],
    [
      false,
      1_000,
      '1000 events behind or more, the first of them 90 s old',
      '落后 1000 个事件或更多，其中最早的已有 90 秒',
    ],
  ])(
    'says how far behind a projection is (positions without gaps: %s)',
    (contiguous, lag, en, zh) => {
      const capabilities = {
        atomicMultiStream: contiguous,
        contiguousPositions: contiguous,
        idempotentAny: contiguous,
      };
      expect(behind({ lagEvents: lag, lagSeconds: 90 }, { capabilities })).toEqual({ zh, en });
    },
  );

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

  test('says that a projection is wrong which has seen more than the log holds, with 1', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query(
        `INSERT INTO read_model.projection (name, version, position, epoch) VALUES ('ticket-board', 1, 7, 0)
         ON CONFLICT (name) DO UPDATE SET position = 7`,
      );
      const { code, result } = await doctor();
      expect(result).toMatch(/ticket-board +failed +has seen 7, but the log ends at 1/);
      expect(code).toBe(1);
    } finally {
      await client.end();
    }
  });
});
