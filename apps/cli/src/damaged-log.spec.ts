import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { Executor } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { filled } from '@app/event-store/src/testing/events.js';
import { newId } from '@app/kernel';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { registeredEmployee } from './testing/registered-employee.js';

const { runCli } = await loadServerCode();

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'damaged-log-'));
  const store = await PostgresEventStore.open({
    connectionString: database.url,
    allowUnsafe: true,
  });
  await registeredEmployee(new Executor(store), newId());
  await filled(store, 9);
  await store.close();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `ALTER TABLE event_store.events DISABLE TRIGGER events_append_only;
     DELETE FROM event_store.events WHERE position = 3;
     ALTER TABLE event_store.events ENABLE ALWAYS TRIGGER events_append_only`,
  );
  await client.end();
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true });
});

async function cli(...words: string[]) {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const output = { result: say, remark: say, language: 'en' as const };
  const code = await runCli(words, { databaseUrl: database.url, dataDir }, output);
  return { code, said: said.join('\n') };
}

describe('a position that is missing in the log', () => {
  test('stops a rebuild, with 3 and the advice to verify', async () => {
    const { code, said } = await cli('rebuild', 'ticket-board');
    expect(code).toBe(3);
    expect(said).toContain('the log is damaged (position 3 is missing)');
    expect(said).toContain('verify tells all');
    expect((await cli('--lang', 'zh', 'rebuild', 'ticket-board')).said).toContain('日志已损坏');
  });

  test('stops an export, which leaves nothing', async () => {
    const { code, said } = await cli('export', '--out', join(dataDir, 'log.ndjson'));
    expect(code).toBe(3);
    expect(said).toContain('verify tells all');
    expect(await readdir(dataDir)).toEqual([]);
  });

  test('is seen by the doctor', async () => {
    const { code, said } = await cli('doctor');
    expect(code).toBe(1);
    expect(said).toMatch(/log +failed +damaged: position 3 is missing; verify/);
  });
});
