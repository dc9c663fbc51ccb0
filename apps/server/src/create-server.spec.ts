import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { createServer } from './create-server.js';
import { Lifecycle } from './lifecycle.js';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer | undefined;

afterEach(() => service?.stop());

/** Registers customers one after another until the server takes no more, and notes those it acknowledged. */
async function registerUntilClosed(
  url: string,
  token: string,
  client: number,
  acknowledged: string[],
): Promise<void> {
  for (let number = 0; ; number++) {
    const customer = `C-${client}-${number}`;
    const body = { customer, name: '王芳', phone: '13800138000' };
    const status = await send(`${url}/api/v1/customers`, { token, body }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status !== 201) return;
    acknowledged.push(customer);
  }
}

async function storedCustomers(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ stream: string }>(
      'SELECT stream FROM event_store.events',
    );
    return rows.map(({ stream }) => stream.replace('customer-', ''));
  } finally {
    await client.end();
  }
}

test('closing under load loses nothing that was acknowledged, and ends', async () => {
  service = await startTestServer();
  const { url, databaseUrl, server } = service;
  const token = await service.token('hotline');
  const acknowledged: string[] = [];
  const clients = Array.from({ length: 16 }, (_, client) =>
    registerUntilClosed(url, token, client, acknowledged),
  );
  while (acknowledged.length <= 16) await pause(10);
  await server.close();
  await Promise.all(clients);
  const stored = await storedCustomers(databaseUrl);
  expect(acknowledged.filter((customer) => !stored.includes(customer))).toEqual([]);
  await expect(fetch(`${url}/health/live`)).rejects.toThrow();
}, 60_000);

test('a server that is closing says that it is not ready, and lets connections go', async () => {
  service = await startTestServer();
  service.server.app.get(Lifecycle).close();
  const { status, headers, body } = await send(`${service.url}/health/ready`, { method: 'GET' });
  expect(status).toBe(503);
  expect(body).toEqual({
    status: 'unavailable',
    checks: { accepting: false, database: false, migrations: false, log: false, room: true },
  });
  expect(headers.get('connection')).toBe('close');
}, 60_000);

test('two servers share a database: an account of one signs in at the other', async () => {
  service = await startTestServer();
  const token = await service.token('hotline');
  const other = await createServer({
    databaseUrl: service.databaseUrl,
    logLevel: 'fatal',
    allowUnsafe: true,
  });
  try {
    const { status } = await send(`${other.url}/api/v1/tickets`, { method: 'GET', token });
    expect(status).toBe(200);
  } finally {
    await other.close();
  }
}, 60_000);
