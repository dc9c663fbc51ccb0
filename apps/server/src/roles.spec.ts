import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Server } from './create-server.js';
import type { ServerOptions } from './server-options.js';
import { send, startServer, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer;
const others: Server[] = [];

beforeEach(async () => {
  service = await startTestServer();
}, 60_000);

afterEach(async () => {
  await Promise.all(others.splice(0).map((server) => server.close()));
  await service.stop();
}, 60_000);

/** Another process on the same database, with a part of the work. */
async function another(part: Pick<ServerOptions, 'api' | 'projections'>): Promise<string> {
  const { databaseUrl } = service;
  const server = await startServer({ databaseUrl, ...part });
  others.push(server);
  return server.url;
}

async function customersAt(url: string, token: string, minPosition: string): Promise<unknown> {
  const path = `${url}/api/v1/customers?minPosition=${minPosition}`;
  const { status, body } = await send<{ items: { customer: string }[] }>(path, {
    method: 'GET',
    token,
  });
  return status === 200 ? body.items.map(({ customer }) => customer) : status;
}

test('an API without projections stores at once, and shows it when a worker has folded it', async () => {
  const token = await service.token('hotline');
  const api = await another({ projections: 'none' });
  // From here on nobody folds.
  await service.server.close();

  const { status, body } = await send<{ position: string }>(`${api}/api/v1/customers`, {
    token,
    body: { customer: 'C-1', name: '王芳', phone: '13800138000' },
  });
  expect(status).toBe(201);
  expect(await customersAt(api, token, body.position)).toBe(503);

  await another({ api: false });
  expect(await customersAt(api, token, body.position)).toEqual(['C-1']);
}, 60_000);

test('a worker answers health and metrics, and nothing of the API', async () => {
  const token = await service.token('operator');
  const worker = await another({ api: false });
  for (const path of ['health/live', 'health/ready', 'health/deps']) {
    expect([path, (await send(`${worker}/${path}`, { method: 'GET', token })).status]).toEqual([
      path,
      200,
    ]);
  }
  expect(await (await fetch(`${worker}/metrics`)).text()).toContain('projection_lag_events');
  const headers = { 'Accept-Language': 'en' };
  const refused = await send(`${worker}/api/v1/tickets`, { method: 'GET', token, headers });
  expect([refused.status, refused.body.code]).toEqual([404, 'not-served-here']);
  expect(refused.body.detail).toContain('ask one that answers requests');
  const signIn = { body: { login: 'operator', password: 'no matter what it is' } };
  expect((await send(`${worker}/api/v1/sessions`, signIn)).body.code).toBe('not-served-here');
}, 60_000);
