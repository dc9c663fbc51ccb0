import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { instant } from '@app/kernel';
import type { Server } from '../../apps/server/src/create-server.js';
import { startServer } from '../../apps/server/src/testing/test-client.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let page: string;
let database: TestDatabase;
let dataDir: string;
let server: Server;

/** A setting with which the page starts the service. */
const given = (setting: string): string => new RegExp(`\\b${setting}=(\\S+)`).exec(page)![1]!;

beforeAll(async () => {
  page = await readFile('docs/how-to/play-a-ticket.md', 'utf8');
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'service-centre-by-hand-'));
  server = await startServer({
    databaseUrl: database.url,
    dataDir,
    operatorPassword: given('OPERATOR_PASSWORD'),
    clock: instant(given('CLOCK')),
  });
}, 60_000);

afterAll(async () => {
  await server.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

test('the page that plays a ticket by hand says what works', async () => {
  const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, lines]) => lines).join('');
  const env = { PATH: process.env['PATH'], PORT: new URL(server.url).port };
  const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-c', commands], { env });
  expect(stderr).toBe('');

  const refused = [...stdout.matchAll(/"status":\d+,"code":"([^"]+)"/g)].map(([, code]) => code);
  expect(refused).toEqual(['work-before-consent']);
  const findings = [...stdout.matchAll(/"FindingRecorded","data":{[^}]*"code":"([^"]+)"/g)];
  expect(findings.map(([, code]) => code)).toEqual(['card-not-left']);
  expect(stdout).toContain('{"items":[{"ticket":"T-1","status":"closed"');
  expect(stdout).toMatch(/3月2日 16:05 .*关闭/);
  expect(stdout).not.toMatch(/补记|recorded later|put down afterwards/);
  expect(stdout).toMatch(/2 March, 16:05 .* closed/);
}, 60_000);
