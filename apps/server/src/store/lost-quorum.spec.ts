import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cluster } from '../../../../test/support/eventstoredb/cluster.js';
import { send, startTestServer, type TestServer } from '../testing/test-client.js';

let cluster: Cluster;
let service: TestServer;
let token: string;
beforeAll(async () => {
  cluster = await Cluster.start(3);
  const connectionString = `esdb://${cluster.hosts}?tls=false&maxDiscoverAttempts=2`;
  service = await startTestServer({ eventStoreDb: { connectionString, giveUpAfterMs: 500 } });
  token = await service.token('operator');
}, 60_000);
afterAll(async () => {
  await service?.stop();
  await cluster?.stop();
});

const register = (employee: string) =>
  send(`${service.url}/api/v1/employees`, {
    token,
    headers: { 'Idempotency-Key': employee },
    body: { employee, name: '李伟', department: 'repair', supervisor: false },
  });

const ready = () =>
  send<{ checks: unknown }>(`${service.url}/health/ready`, { method: 'GET' }).then(
    ({ status, body }) => [status, body.checks],
  );

/** As `ready` says it when all but the log is well, or all. */
const checks = (log: boolean) => ({
  accepting: true,
  database: true,
  migrations: true,
  log,
  room: true,
});

test('while no node leads, commands are answered 503 and the service is not ready; then all goes on by itself', async () => {
  expect((await register('li-wei')).status).toBe(201);
  const [one, two] = cluster.nodes;
  cluster.loseLeader();
  await Promise.all([one!.goAway(), two!.goAway()]);
  const refused = await Promise.all(['wang-fang', 'zhao-lei'].map(register));
  for (const { status, headers } of refused)
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
  expect(await ready()).toEqual([503, checks(false)]);
  expect((await fetch(`${service.url}/health/live`)).status).toBe(200);

  await Promise.all([one!.comeUp(), two!.comeUp()]);
  cluster.lead(two!);
  while ((await ready())[0] !== 200) await pause(20);
  expect(await ready()).toEqual([200, checks(true)]);
  const { status, body } = await register('wang-fang');
  expect(status).toBe(201);
  const { position } = body as unknown as { position: string };
  const list = await send(`${service.url}/api/v1/employees?minPosition=${position}`, {
    method: 'GET',
    token,
  });
  expect([list.status, JSON.stringify(list.body)]).toEqual([
    200,
    expect.stringMatching(/wang-fang/),
  ]);
}, 60_000);
