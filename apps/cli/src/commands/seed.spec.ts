import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

async function seed(file: string) {
  const results: string[] = [];
  const remarks: string[] = [];
  const output = {
    result: (text: string) => void results.push(text),
    remark: (text: string) => void remarks.push(text),
    language: 'en' as const,
  };
  const words = ['seed', '--scenario', join(dataDir, file), '--url', `${server.url}/`];
  const code = await runCli(
    [...words, '--password-file', join(dataDir, 'password')],
    { databaseUrl: undefined, dataDir },
    output,
  );
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

  test('ends with 1 where an expectation failed, and says which', async () => {
    const { code, remarks } = await seed('wrong.yaml');
    expect(code).toBe(1);
    expect(remarks.at(-1)).toContain('T-1: the board has it open, not closed');
  }, 60_000);

  test('ends with 1 where there is no such scenario', async () => {
    expect((await seed('nothing.yaml')).code).toBe(1);
  });
});
