import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, RecordedEvent } from '@app/event-store';
import { startProtocolDouble } from '../../../../test/support/eventstoredb/protocol-double.js';
import type { Server } from '../create-server.js';
import type { ServerOptions } from '../server-options.js';
import { send, startServer, startTestServer, type TestServer } from '../testing/test-client.js';

const MORNING = '2026-03-02T00:00:00.000Z';
const NOON = '2026-03-02T04:00:00.000Z';

let service: TestServer | undefined;
let dataDir: string;
const others: Server[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'service-centre-clock-'));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(others.splice(0).map((each) => each.close()));
  await service?.stop();
  service = undefined;
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

async function another(options: Partial<ServerOptions>): Promise<Server> {
  const server = await startServer({ databaseUrl: service!.databaseUrl, dataDir, ...options });
  others.push(server);
  return server;
}

const setForward = (token: string, now: unknown, url = service!.url) =>
  send<{ now: string; code: string }>(`${url}/api/v1/clock/set-forward`, { token, body: { now } });

/** Somebody registers a tool at one of the servers, now by the service's clock; answers with what the log says of it. */
async function registered(tool: string, url = service!.url): Promise<RecordedEvent> {
  const token = await service!.token('storekeeper');
  const body = { tool, name: '万用表', serial: tool, class: 'meter' };
  const { status } = await send(`${url}/api/v1/tools`, { token, body });
  expect(status).toBe(201);
  const { store }: { store: EventStore } = service!;
  return (await store.readStream(`tool-${tool}`))[0]!;
}

const minutes = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 60_000;

test('a clock that begins on an empty log is set forward by an operator, and never back', async () => {
  service = await startTestServer({ clock: MORNING });
  const operator = await service.token('operator');
  const first = await registered('T-1');
  expect(minutes(MORNING, first.occurredAt)).toBeLessThan(30);

  const set = await setForward(operator, NOON);
  expect(set.status).toBe(200);
  expect(set.body.now >= NOON).toBe(true);
  const second = await registered('T-2');
  expect([second.occurredAt >= set.body.now, second.recordedAt >= set.body.now]).toEqual([
    true,
    true,
  ]);
  const back = await setForward(operator, MORNING);
  expect(back.body.now >= second.recordedAt).toBe(true);

  const refused = await setForward(await service.token('supervisor'), NOON);
  expect([refused.status, refused.body.code]).toEqual([403, 'role-may-not']);
  const unreadable = await setForward(operator, 'noon');
  expect(unreadable).toMatchObject({ status: 400, body: { errors: [{ pointer: '/now' }] } });
}, 60_000);

test('what lies ahead is ahead of that clock', async () => {
  service = await startTestServer({ clock: MORNING });
  const token = await service.token('storekeeper');
  const body = { tool: 'T-1', name: '万用表', serial: 'X-1', class: 'meter', occurredAt: NOON };
  const tool = () => send(`${service!.url}/api/v1/tools`, { token, body });
  expect(await tool()).toMatchObject({ status: 400, body: { code: 'clock-ahead' } });
  await setForward(await service.token('operator'), NOON);
  expect(await tool()).toMatchObject({ status: 201 });
}, 60_000);

test('nobody sets the clock of a service that was not started for it', async () => {
  service = await startTestServer();
  const { status } = await setForward(await service.token('operator'), '2099-01-01T00:00:00.000Z');
  expect(status).toBe(404);
}, 60_000);

test('a service in earnest does not start on a clock that was set, and says so in both languages', async () => {
  service = await startTestServer({ clock: MORNING });
  await expect(another({})).rejects.toMatchObject({
    name: 'EnvironmentError',
    message: expect.stringMatching(
      /时钟.*CLOCK.* \/ the clock of this database .* only with CLOCK/,
    ),
  });
}, 60_000);

test('a log that was written by the real time gets no clock to set', async () => {
  service = await startTestServer();
  await registered('T-1');
  await expect(another({ clock: MORNING })).rejects.toMatchObject({
    name: 'EnvironmentError',
    message: expect.stringMatching(/CLOCK 只用于.* \/ CLOCK is for an empty database/),
  });
}, 60_000);

test('servers whose machines differ by an hour receive and record at the same time', async () => {
  service = await startTestServer();
  const { url } = await another({});
  const before = await registered('T-1');
  const { MachineDate } = await loadServerCode();
  const machine = MachineDate.now;
  const set = (hours: number) =>
    jest.spyOn(MachineDate, 'now').mockImplementation(() => machine() + hours * 3_600_000);
  set(1);
  const ahead = await registered('T-2', url);
  set(-1);
  const behind = await registered('T-3');
  for (const event of [ahead, behind]) {
    expect(minutes(before.occurredAt, event.occurredAt)).toBeLessThan(30);
    expect(minutes(before.recordedAt, event.recordedAt)).toBeLessThan(30);
    expect(event.recordedAt >= before.recordedAt).toBe(true);
  }
}, 60_000);

test('a log in EventStoreDB is recorded by that clock too', async () => {
  const double = await startProtocolDouble();
  try {
    const { connectionString } = double;
    service = await startTestServer({ clock: MORNING, eventStoreDb: { connectionString } });
    const { now } = (await setForward(await service.token('operator'), NOON)).body;
    const { occurredAt, recordedAt } = await registered('T-1');
    expect(occurredAt >= now).toBe(true);
    expect(recordedAt >= occurredAt).toBe(true);
    expect(minutes(NOON, recordedAt)).toBeLessThan(30);
  } finally {
    await service?.stop();
    service = undefined;
    await double.stop();
  }
}, 60_000);
