import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const { runCli } = await loadServerCode();

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cli-nothing-'));
  await chmod(dataDir, 0o711);
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function cli(words: readonly string[], language: 'zh' | 'en' = 'en', place = dataDir) {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const output = { result: say, remark: say, language };
  const code = await runCli(words, { databaseUrl: undefined, dataDir: place }, output);
  return { code, said: said.join('\n') };
}

describe('where the database does not answer', () => {
  test.each([[['verify']], [['migrate', '--check']], [['export']], [['rebuild', 'ticket-board']]])(
    '%j names its address and the reason, and no password',
    async (words) => {
      const said: string[] = [];
      const say = (text: string) => void said.push(text);
      const databaseUrl = 'postgres://us:hunter2@127.0.0.1:1/centre';
      const output = { result: say, remark: say, language: 'en' as const };
      expect(await runCli(words, { databaseUrl, dataDir }, output)).toBe(1);
      expect(said.join()).toBe(
        'no connection to postgres://us:***@127.0.0.1:1/centre: connect ECONNREFUSED 127.0.0.1:1',
      );
    },
  );
});

/** Root may read everything: the program is then run as an account that may not. */
test('a directory of another account is said to be closed, not empty', async () => {
  const cluster = join(dataDir, 'database', 'cluster');
  await mkdir(cluster, { recursive: true });
  await chmod(join(dataDir, 'database'), process.getuid?.() === 0 ? 0o700 : 0);
  const env = { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', DATA_DIR: dataDir };
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve('dist/apps/cli/src/main.js'), 'doctor'],
    { env, ...account },
  );
  await chmod(join(dataDir, 'database'), 0o700);
  expect([status, stderr.toString()]).toEqual([
    1,
    expect.stringContaining(`not allowed to read ${dataDir}: run this as the account`),
  ]);
});

describe('where there is no database', () => {
  test.each([
    [['replay', 'ticket-T-1']],
    [['verify']],
    [['export']],
    [['doctor']],
    [['rebuild', 'ticket-board']],
    [['migrate', '--check']],
  ])('%j names the directory and makes nothing', async (words) => {
    const mistyped = join(dataDir, 'mistyped');
    const { code, said } = await cli(words, 'en', mistyped);
    expect(code).toBe(1);
    expect(said).toBe(
      `there is no database in ${mistyped}, see DATA_DIR; npm start or migrate makes one`,
    );
    expect(await readdir(dataDir)).toEqual([]);
  });

  test("the demo's is pointed to, in the language asked for", async () => {
    await mkdir(join(dataDir, 'demo', 'database'), { recursive: true });
    expect((await cli(['verify'], 'zh')).said).toBe(
      `${dataDir} 中没有数据库，请检查 DATA_DIR；演示的数据在 ${join(dataDir, 'demo')}`,
    );
    expect((await cli(['verify', '--lang', 'en'], 'zh')).said).toContain(
      `the demo's data is in ${join(dataDir, 'demo')}`,
    );
  });

  test('migrate makes it, and what reads finds it then', async () => {
    expect((await cli(['migrate'])).code).toBe(0);
    expect(await cli(['verify'])).toMatchObject({
      code: 0,
      said: expect.stringContaining('the log is sound'),
    });
  }, 120_000);
});
