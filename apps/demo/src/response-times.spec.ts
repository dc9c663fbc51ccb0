import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  auditorOf,
  beginningOf,
  Checks,
  Client,
  Player,
  readScenario,
  type Scenario,
  type Tally,
} from '@app/scenario';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { Server } from '../../server/src/create-server.js';
import { startServer } from '../../server/src/testing/test-client.js';
import { RESPONSE_TIMES } from './places.js';

const OPERATOR = { login: 'operator', password: 'operator-of-the-clocks' };

let database: TestDatabase;
let dataDir: string;
let server: Server;
let scenario: Scenario;
let client: Client;
let tally: Tally;

beforeAll(async () => {
  scenario = await readScenario(RESPONSE_TIMES);
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'service-centre-clocks-'));
  server = await startServer({
    databaseUrl: database.url,
    dataDir,
    operatorPassword: OPERATOR.password,
    clock: beginningOf(scenario),
  });
  client = new Client(server.url);
  const player = new Player(client, scenario);
  await player.prepare(OPERATOR, (employee) => `${employee}-of-the-clocks`);
  tally = await player.play();
}, 120_000);

afterAll(async () => {
  await server.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const by = () => auditorOf(scenario);
const events = async (ticket: string) => {
  const { body } = await client.get(by(), `/streams/ticket-${ticket}/events?limit=200`);
  return body['items'] as { type: string; actor: object; occurredAt: string; recordedAt: string }[];
};

test('[B2] one is met, one warned and met, one breached and corrected, one paused: as was expected', async () => {
  await new Checks(client, scenario, tally).all();
  expect(tally.failures).toEqual([]);
  expect(tally.refusalsMet).toBe(tally.refusalsExpected);
});

test('[B2] the clock itself noted the breach, and the log keeps it beside its correction', async () => {
  const all = await events('T-0306-03');
  const told = all.filter(({ type }) => /^Sla(Breached|Corrected)$/.test(type));
  expect(told.map(({ type }) => type)).toEqual(['SlaBreached', 'SlaCorrected']);
  expect(told[0]).toMatchObject({
    actor: { id: 'watch-response-times', role: 'process' },
    occurredAt: '2026-03-06T02:40:01.000Z',
  });
  expect(told[0]!.recordedAt < '2026-03-06T03:30').toBe(true);
});

test('[B2] the warning came of itself, at three quarters of the time', async () => {
  const warned = (await events('T-0306-02')).filter(({ type }) => type === 'SlaWarned');
  expect(warned).toMatchObject([{ occurredAt: '2026-03-06T02:00:00.000Z' }]);
});

test('a breach and its correction are told in both languages', async () => {
  const english = new Client(server.url, 'en');
  await english.signIn(by(), `${by()}-of-the-clocks`);
  const path = '/tickets/T-0306-03/account';
  expect(await client.text(by(), path)).toContain('更正');
  expect(await english.text(by(), path)).toContain('is corrected: by what was told of');
});
