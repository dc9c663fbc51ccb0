import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '@app/scenario';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { Server } from '../../../server/src/create-server.js';
import { startServer } from '../../../server/src/testing/test-client.js';

const { runCli } = await loadServerCode();

let database: TestDatabase;
let dataDir: string;
let server: Server;

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'cli-seed-'));
  server = await startServer({
    databaseUrl: database.url,
    dataDir,
    clock: '2026-02-27T00:00:00.000Z',
  });
  await writeFile(join(dataDir, 'password'), 'everybody-in-the-story\n');
  await writeFile(join(dataDir, 'good.yaml'), scenario('open'));
  await writeFile(join(dataDir, 'wrong.yaml'), scenario('closed'));
});

afterAll(async () => {
  await server.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const scenario = (ends: string) => `
title: one call
since: 2026-02-27 17:00
people:
  - { employee: li-na, name: 李娜, department: office, roles: [hotline] }
  - { employee: xu-jing, name: 徐静, department: office, roles: [auditor] }
setup: []
tickets:
  - ticket: T-1
    story: a call
    day: 2026-03-02
    ends: ${ends}
    steps:
      - { at: 09:00, by: li-na, do: open-ticket, with: { source: hotline, fault: 不制冷, name: 张伟, phone: '138 0571 2201', address: 文二路 218 号, landmark: null }, twice: true }
      - { at: 09:01, by: xu-jing, do: cancel-ticket, with: { reason: 试试 }, refused: role-may-not }
replays:
  - { ticket: T-1, version: 3, holds: { /status: open } }
`;

async function seed(file: string, more: readonly string[] = []) {
  const of = ['--scenario', join(dataDir, file), '--password-file', join(dataDir, 'password')];
  return run([...of, '--url', `${server.url}/`, ...more]);
}

async function run(words: readonly string[]) {
  const results: string[] = [];
  const remarks: string[] = [];
  const output = {
    result: (text: string) => void results.push(text),
    remark: (text: string) => void remarks.push(text),
    language: 'en' as const,
  };
  const code = await runCli(['seed', ...words], { databaseUrl: undefined, dataDir }, output);
  return { code, results, remarks };
}

describe('seeding a running service', () => {
  test('plays a scenario with the password that the operator was left, as often as one likes', async () => {
    for (let time = 1; time <= 2; time++) {
      const { code, results } = await seed('good.yaml');
      expect(code).toBe(0);
      expect(JSON.parse(results[0]!)).toMatchObject({
        tickets: 1,
        events: 3,
        refusalsExpected: 1,
        refusalsMet: 1,
        repeats: 1,
        replayChecks: 2,
        failures: 0,
      });
    }
  }, 60_000);

  test('lets the people in side by side, since each password takes its time', async () => {
    let under = 0;
    let most = 0;
    const count = ({ url }: IncomingMessage, response: ServerResponse) => {
      if (url !== '/api/v1/users') return;
      most = Math.max(most, ++under);
      response.on('close', () => under--);
    };
    server.app.getHttpServer().on('request', count);
    expect((await seed('good.yaml')).code).toBe(0);
    server.app.getHttpServer().off('request', count);
    expect(most).toBe(2);
  }, 60_000);

  test('ends with 1 where an expectation failed, and says which', async () => {
    const { code, remarks } = await seed('wrong.yaml');
    expect(code).toBe(1);
    expect(remarks.at(-1)).toContain('T-1: the board has it open, not closed');
  }, 60_000);

  test('[V19] publishes the working calendar, each announced year once', async () => {
    const words = ['--calendar', '--url', server.url];
    const first = await run(words);
    expect(first.code).toBe(0);
    expect(first.remarks).toContain('published the working calendar of 2026');
    expect(await run(words)).toEqual({ code: 0, results: [], remarks: [] });
    const client = new Client(server.url);
    const password = await readFile(join(dataDir, 'operator-password'), 'utf8');
    await client.signIn('operator', password.trim());
    const ask = (path: string) => client.get('operator', `/calendar/${path}`);
    const day = async (date: string) => (await ask(`days/${date}`)).body;
    expect(await day('2026-10-10')).toEqual({
      date: '2026-10-10',
      kind: 'make-up',
      name: { zh: '国庆节', en: 'National Day' },
      edition: 1,
    });
    expect(await day('2099-10-01')).toEqual({ date: '2099-10-01', kind: 'unknown' });
    expect(await day('2026-10-08')).toMatchObject({ kind: 'working' });
    expect((await ask('2026')).body).toMatchObject({ edition: 1 });
    expect((await ask('2099')).status).toBe(404);
    expect((await ask('days/2026-13-01')).status).toBe(400);
  });

  test('says which option is missing', async () => {
    const url = ['--url', server.url];
    expect((await run(url)).remarks[0]).toContain('--scenario, --calendar');
    const alone = await run([...url, '--scenario', join(dataDir, 'good.yaml')]);
    expect(alone.remarks[0]).toContain('--password-file');
  });

  test('takes the address of the API for that of the service', async () => {
    expect((await seed('good.yaml', ['--url', `${server.url}/api/v1/`])).code).toBe(0);
  });

  test.each<[string, readonly string[], number, RegExp]>([
    [
      'no scenario',
      ['--scenario', '/nothing.yaml'],
      1,
      /^cannot read \/nothing\.yaml .*--scenario/,
    ],
    ['no password', ['--password-file', '/none'], 1, /^cannot read \/none .*--password-file names/],
    [
      'no password of the operator',
      ['--operator-password-file', '/none'],
      1,
      /^cannot read \/none .*--operator-password-file names/,
    ],
    ['an address without its scheme', ['--url', '127.0.0.1:3000'], 2, /is no address of a service/],
    [
      'nobody there',
      ['--url', 'http://127.0.0.1:65534'],
      1,
      /^nobody answers at http:\/\/127\.0\.0\.1:65534: .*ECONNREFUSED/,
    ],
    ['another path', ['--url', 'PATH'], 1, /^operator could not sign in: [A-Za-z /]+/],
    [
      'a wrong password',
      ['--operator-password-file', 'WRONG'],
      1,
      /^operator could not sign in: [a-z]/,
    ],
  ])('says in a sentence what is wrong where there is %s', async (_, words, expected, said) => {
    const more = words.map((word) =>
      word === 'WRONG' ? join(dataDir, 'password') : word.replace('PATH', `${server.url}/else`),
    );
    const { code, remarks } = await seed('good.yaml', more);
    expect(code).toBe(expected);
    expect(remarks).toHaveLength(1);
    expect(remarks[0]).toMatch(said);
    expect(remarks[0]).not.toMatch(/[{\p{Script=Han}]/u);
  });

  test('speaks the language that is asked for, also in what the service refuses', async () => {
    await writeFile(join(dataDir, 'fresh.yaml'), scenario('open').replaceAll('T-1', 'T-9'));
    const { remarks } = await seed('fresh.yaml');
    expect(remarks.find((line) => line.includes('cancel-ticket'))).toMatch(/✋ .*may not/);
    const zh = await seed('nothing.yaml', ['--lang', 'zh']);
    expect(zh.remarks[0]).toContain('无法读取');
  });
});
