import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { Executor } from '@app/event-store';
import { newId } from '@app/kernel';
import { registeredEmployee } from './testing/registered-employee.js';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';

const { runCli } = await loadServerCode();

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'cli-'));
  const store = await PostgresEventStore.open({
    connectionString: database.url,
    allowUnsafe: true,
  });
  await registeredEmployee(new Executor(store), newId());
  await store.close();
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true });
});

async function cli(...words: string[]) {
  const results: string[] = [];
  const progress: string[] = [];
  const remarks: string[] = [];
  const output = {
    result: (text: string) => void results.push(text),
    remark: (text: string) => void remarks.push(text),
    progress: (text: string) => void progress.push(text),
    language: 'en' as const,
  };
  const code = await runCli(words, { databaseUrl: database.url, dataDir }, output);
  return { code, result: results.join('\n'), remark: remarks.join('\n'), progress };
}

describe('the command line', () => {
  test('ends with 2 where it is asked for wrongly', async () => {
    expect((await cli('fly')).code).toBe(2);
    expect((await cli('replay')).code).toBe(2);
    expect((await cli('replay', 'employee-li-wei', '--version', 'x')).code).toBe(2);
    expect(
      (await cli('replay', 'employee-li-wei', '--version', '1', '--at', '2026-03-02T10:00:00Z'))
        .code,
    ).toBe(2);
    expect((await cli('rebuild', 'nothing')).code).toBe(2);
  });

  test('tells what it can do', async () => {
    const { code, result } = await cli('--help');
    expect(code).toBe(0);
    for (const verb of ['migrate', 'rebuild', 'verify', 'replay', 'export', 'seed', 'doctor'])
      expect(result).toContain(verb);
    for (const setting of ['DATABASE_URL', 'DATA_DIR', 'EVENT_STORE'])
      expect(result).toMatch(new RegExp(`environment: .*${setting}`, 's'));
  });

  test('says whether migrations are pending, with 4 where they are', async () => {
    expect(await cli('migrate', '--check')).toMatchObject({ code: 0, result: 'up to date' });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      'DELETE FROM migration WHERE name LIKE $1 RETURNING name',
      ['EventStore%'],
    );
    await client.end();
    expect(await cli('migrate', '--check')).toMatchObject({
      code: 4,
      result: `pending: ${rows[0]!.name}`,
    });
    expect(await cli('migrate')).toMatchObject({ code: 0, result: `migrated: ${rows[0]!.name}` });
  });

  test('replays a stream, for people and for programs', async () => {
    const { code, result } = await cli('replay', 'employee-li-wei');
    expect(code).toBe(0);
    expect(result).toContain('employee-li-wei: 1 of 1 events');
    expect(result).toContain('#1  EmployeeRegistered');
    expect(result).toContain('李伟');
    const { result: json } = await cli('replay', 'employee-li-wei', '--json', '--version', '1');
    expect(JSON.parse(json)).toMatchObject({
      stream: 'employee-li-wei',
      category: 'employee',
      counted: 1,
    });
  });

  test('ends with 1 where there is no such stream', async () => {
    expect(await cli('replay', 'ticket-none')).toMatchObject({
      code: 1,
      remark: 'there is no stream ticket-none',
    });
  });

  test('exports to a file that ends with its manifest', async () => {
    const file = join(dataDir, 'log.ndjson');
    expect((await cli('export', '--out', file)).code).toBe(0);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[1]!)).toMatchObject({ manifest: 1, count: 1 });
  });

  test('leaves no file where there is nothing to export', async () => {
    const file = join(dataDir, 'nothing.ndjson');
    const { code, remark } = await cli('export', '--stream', 'ticket-none', '--out', file);
    expect([code, remark]).toEqual([1, 'there is no stream ticket-none']);
    expect((await readdir(dataDir)).filter((name) => name.startsWith('nothing'))).toEqual([]);
  });

  test('says which folder is missing for an export', async () => {
    const out = join(dataDir, 'gone', 'log.ndjson');
    const folder = join(dataDir, 'gone');
    const inEnglish = { code: 1, remark: `there is no folder ${folder}, so nothing was exported` };
    expect(await cli('export', '--out', out)).toMatchObject(inEnglish);
    const { remark } = await cli('--lang', 'zh', 'export', '--out', out);
    expect(remark).toBe(`没有文件夹 ${folder}，未导出`);
  });

  test('replaces nothing with an export that nobody told it to replace', async () => {
    const file = join(dataDir, 'kept');
    const link = join(dataDir, 'link');
    await writeFile(file, 'kept');
    await symlink(file, link);
    for (const out of [file, link]) {
      const { code, remark } = await cli('export', '--out', out);
      expect([code, remark]).toEqual([
        1,
        `${out} exists, so nothing was exported; --force replaces it`,
      ]);
      expect(await readFile(file, 'utf8')).toBe('kept');
    }
    expect((await cli('export', '--out', link, '--force')).code).toBe(0);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, 'utf8')).toContain('"manifest":1');
  });

  test('exports nothing into a folder, or by a link that leads nowhere', async () => {
    const nowhere = join(dataDir, 'nowhere');
    await symlink(join(dataDir, 'not-there'), nowhere);
    for (const out of [dataDir, nowhere]) {
      expect((await cli('export', '--out', out, '--force')).remark).toContain('leads nowhere');
    }
    expect(await readdir(dataDir)).not.toContain('not-there');
  });

  test('writes an export into a device or a pipe, and leaves it what it is', async () => {
    const pipe = join(dataDir, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [{ code }, text] = await Promise.all([
      cli('export', '--out', pipe),
      readFile(pipe, 'utf8'),
    ]);
    expect(code).toBe(0);
    expect(text).toContain('"manifest":1');
    expect((await lstat(pipe)).isFIFO()).toBe(true);
    expect((await cli('export', '--out', '/dev/null')).code).toBe(0);
    expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  test('tells whoever looks on how far it has got', async () => {
    expect((await cli('verify')).progress).toEqual(['1 / 1']);
    expect((await cli('export', '--out', '/dev/null')).progress).toEqual(['1…']);
  });

  test('reads an instant as the API does', async () => {
    const at = '2026-02-30T10:00:00+08:00';
    for (const option of ['--at', '--known-at']) {
      const { code, remark } = await cli('replay', 'employee-li-wei', option, at);
      expect(code).toBe(2);
      expect(remark).toContain(`"${at}" must be an ISO 8601 instant`);
    }
    const early = await cli('replay', 'employee-li-wei', '--at', '1999-01-01T00:00:00Z');
    expect([early.code, early.remark]).toEqual([2, expect.stringContaining('from 2000 to 2099')]);
  });

  test('rebuilds a projection', async () => {
    expect(await cli('rebuild', 'ticket-board', '--json')).toMatchObject({
      code: 0,
      result: '{"projection":"ticket-board","position":"1"}',
    });
  });

  test('says how to rebuild a projection that a running service leads', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const led = (by: string | null) =>
      client.query(
        `UPDATE read_model.projection SET owner = $1, expires_at = clock_timestamp() + interval '1 minute'
         WHERE name = 'ticket-board'`,
        [by],
      );
    try {
      await led('vm/1/service');
      const { code, remark } = await cli('rebuild', 'ticket-board');
      expect(code).toBe(1);
      expect(remark).toContain('kept by a running service (vm/1/service), nothing was changed');
      expect(remark).toContain('--take-over');
      expect((await cli('rebuild', 'ticket-board', '--lang', 'zh')).remark).toContain('接管重建');
      expect((await cli('rebuild', 'ticket-board', '--take-over')).code).toBe(0);
    } finally {
      await led(null);
      await client.end();
    }
  });

  test('looks at what the installation stands on, and never shows the password', async () => {
    const { result } = await cli('doctor', '--json');
    const checks = JSON.parse(result) as { check: string; state: string; detail: string }[];
    const stateOf = (name: string) => checks.find(({ check }) => check === name)?.state;
    expect(stateOf('server_encoding')).toBe('ok');
    expect(stateOf('clock')).toBe('ok');
    expect(stateOf('migrations')).toBe('ok');
    expect(checks.find(({ check }) => check === 'log')?.detail).toMatch(/head 1$/);
    expect(checks.find(({ check }) => check === 'projection ticket-board')?.detail).toMatch(
      /^at 1, 0 events behind/,
    );
    expect(result).not.toContain(new URL(database.url).password || 'no password at all');
  });

  test('says what the verification cannot see', async () => {
    expect((await cli('verify', '--help')).result).toContain('It cannot see values altered');
  });

  test('ends with 3 where a projection has seen more than the log holds', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const seen = (position: number) =>
      client.query(`UPDATE read_model.projection SET position = $1 WHERE name = 'ticket-board'`, [
        position,
      ]);
    try {
      await seen(9);
      const { code, result } = await cli('verify');
      expect(code).toBe(3);
      expect(result).toContain('the log ends at 1, but ticket-board has seen 9');
    } finally {
      await seen(1);
      await client.end();
    }
  });

  test('ends with 5 where a read model is not as the log says, until it is rebuilt', async () => {
    const words = ['verify', '--read-models'];
    expect(await cli('rebuild', 'employee-list')).toMatchObject({ code: 0 });
    const { code, result, remark } = await cli(...words);
    expect(code).toBe(0);
    expect(result).toContain('employee-list: 1 rows are as the log says, up to position 1');
    expect(result).toContain('customer-list: not folded yet');
    expect(remark).toContain('employee-list: 1 / 1');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('DELETE FROM read_model.employee');
    await client.end();
    const damaged = await cli(...words);
    expect(damaged.code).toBe(5);
    expect(damaged.result).toContain('the log is sound');
    expect(damaged.result).toContain(
      'employee-list: NOT as the log says at position 1: 1 missing (li-wei); mend it with rebuild employee-list --take-over',
    );
    expect((await cli(...words, '--lang', 'zh')).result).toContain('缺 1 行（li-wei）');
    const { readModels } = JSON.parse((await cli(...words, '--json')).result) as {
      readModels: object[];
    };
    expect(readModels).toContainEqual(
      expect.objectContaining({
        projection: 'employee-list',
        state: 'failed',
        missing: { count: 1, keys: ['li-wei'] },
      }),
    );
    const { code: ill, result: doctor } = await cli('doctor', '--lang', 'zh');
    expect(ill).toBe(1);
    expect(doctor).toMatch(/rows of employee-list +失败 +与日志不符（位置 1）：缺 1 行（li-wei）/);
    expect((await cli('rebuild', 'employee-list', '--take-over')).code).toBe(0);
    expect((await cli(...words)).code).toBe(0);
    expect((await cli('doctor')).result).toMatch(
      /rows of employee-list +ok +1 rows are as the log says/,
    );
  });

  test('finds the log sound, and ends with 3 where it is not', async () => {
    expect(await cli('verify')).toMatchObject({
      code: 0,
      result: expect.stringContaining('the log is sound'),
    });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `ALTER TABLE event_store.events DISABLE TRIGGER ALL; UPDATE event_store.events SET type = 'Forged'`,
    );
    await client.end();
    const { code, result } = await cli('verify');
    expect(code).toBe(3);
    expect(result).toContain('first at position 1');
    expect(result).toContain('unknown-type');
  });
});
