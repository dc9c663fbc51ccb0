import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '../../../test/support/database.js';
import { send, startServer, startTestServer, type TestServer } from './testing/test-client.js';

let service: TestServer | undefined;

afterEach(async () => {
  await service?.stop();
  service = undefined;
});

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

/** The first column of what the query finds. */
async function found(databaseUrl: string, text: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<[string]>({ text, rowMode: 'array' });
    return rows.map(([value]) => value);
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
  const streams = await found(databaseUrl, 'SELECT stream FROM event_store.events');
  const stored = streams.map((stream) => stream.replace('customer-', ''));
  expect(acknowledged.filter((customer) => !stored.includes(customer))).toEqual([]);
  await expect(fetch(`${url}/health/live`)).rejects.toThrow();
}, 60_000);

test('a server that is closing says that it is not ready, and lets connections go', async () => {
  service = await startTestServer();
  const { Lifecycle } = await loadServerCode();
  service.server.app.get(Lifecycle).close();
  const { status, headers, body } = await send(`${service.url}/health/ready`, { method: 'GET' });
  expect(status).toBe(503);
  expect(body).toEqual({
    status: 'unavailable',
    checks: { accepting: false, database: false, migrations: false, log: false, room: true },
  });
  expect(headers.get('connection')).toBe('close');
}, 60_000);

test('two servers share a database: a user of one signs in at the other', async () => {
  service = await startTestServer();
  const token = await service.token('hotline');
  const other = await startServer({ databaseUrl: service.databaseUrl });
  try {
    const { status } = await send(`${other.url}/api/v1/tickets`, { method: 'GET', token });
    expect(status).toBe(200);
  } finally {
    await other.close();
  }
}, 60_000);

test('a server that is told nothing of it hashes passwords at the full cost', async () => {
  const { createServer } = await loadServerCode();
  const database = await testDatabase();
  const { url: databaseUrl } = database;
  const options = { databaseUrl, operatorPassword: 'of the operator', allowUnsafe: true } as const;
  const server = await createServer({ ...options, logLevel: 'fatal' });
  try {
    const hashes = await found(databaseUrl, 'SELECT password FROM identity.users');
    expect(hashes).toEqual([expect.stringMatching(/^\$scrypt\$ln=17,r=8,p=1\$/)]);
  } finally {
    await server.close();
    await database.drop();
  }
}, 60_000);

test('a server that is no test refuses passwords that cost less, before it looks for its database', async () => {
  const { createServer } = await loadServerCode();
  const databaseUrl = 'postgres://nobody@127.0.0.1:1/nothing';
  const cheap = createServer({ databaseUrl, passwordCost: 16 });
  await expect(cheap).rejects.toMatchObject({
    name: 'EnvironmentError',
    message: expect.stringMatching(/^passwordCost is 16.* for tests only; leave it out for 17$/),
  });
  const enough = createServer({ databaseUrl, passwordCost: 17 });
  await expect(enough).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a host that is not known is named by its setting, which is not that of the database', async () => {
  const database = await testDatabase();
  const started = startServer({ databaseUrl: database.url, host: 'nowhere.invalid' });
  await expect(started).rejects.toThrow(/^HOST is not known/);
  await database.drop();
});
