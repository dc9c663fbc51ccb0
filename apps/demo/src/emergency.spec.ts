import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
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
import { EMERGENCY } from './places.js';

const OPERATOR = { login: 'operator', password: 'operator-of-the-night' };

let database: TestDatabase;
let dataDir: string;
let server: Server;
let scenario: Scenario;
let client: Client;
let tally: Tally;

beforeAll(async () => {
  scenario = await readScenario(EMERGENCY);
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'service-centre-night-'));
  server = await startServer({
    databaseUrl: database.url,
    dataDir,
    operatorPassword: OPERATOR.password,
    clock: beginningOf(scenario),
  });
  client = new Client(server.url);
  const player = new Player(client, scenario);
  await player.prepare(OPERATOR, (employee) => `${employee}-of-the-night`);
  tally = await player.play();
}, 120_000);

afterAll(async () => {
  await server.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

test('[B3] an emergency at two in the morning climbs two rungs, and is taken on the third', async () => {
  await new Checks(client, scenario, tally).all();
  expect(tally.failures).toEqual([]);
  expect([tally.refusalsMet, tally.refusalsExpected]).toEqual([1, 1]);
  const { body } = await client.get('xu-jing', '/streams/emergency-T-0309-01/events');
  const events = body['items'] as { type: string; data: { employee?: string; first?: string } }[];
  expect(events.map(({ type }) => type)).toEqual([
    'EmergencyRaised',
    ...Array.from({ length: 3 }, () => 'EscalationRungCalled'),
    ...Array.from({ length: 2 }, () => 'EmergencyAcknowledged'),
    'EmergencyResolved',
  ]);
  expect(events[5]!.data).toMatchObject({ employee: 'wang-lei', first: 'sun-hong' });
});

test('[B3] the night is told in words, people by their names', async () => {
  const told = await client.text('xu-jing', '/streams/emergency-T-0309-01/account');
  for (const words of [
    '呼叫第 1 级“值班技术员”：王磊',
    '孙红接手紧急情况',
    '孙红已先接手',
    '工单已解决',
  ])
    expect(told).toContain(words);
});

test('the night changes nothing when it is played again', async () => {
  const checks = new Checks(client, scenario, tally);
  const head = await checks.head();
  const again = await new Player(client, scenario).play();
  expect(again.failures).toEqual([]);
  expect(await checks.head()).toBe(head);
});
