import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { send, startTestServer, type TestServer } from './testing/test-client.js';

/** Milliseconds after which the guard has forgotten a user, and asks the database for it. */
const FORGOTTEN = 5_100;

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
}, 60_000);
afterAll(() => service?.stop());

/** Opens or shuts the service's database, from another one of the same server. */
async function accept(connections: boolean): Promise<void> {
  const url = new URL(service.databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = 'postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${connections}`);
  if (!connections)
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
      [name],
    );
  await client.end();
}

test('answers 503 while the database is away, and serves again when it is back', async () => {
  const token = await service.token('dispatcher');
  const board = () => send(`${service.url}/api/v1/tickets`, { method: 'GET', token });
  expect((await board()).status).toBe(200);
  await sleep(FORGOTTEN);
  await accept(false);
  try {
    for (const { status, headers, body } of await Promise.all([board(), board(), board()])) {
      expect([status, body.code]).toEqual([503, 'database-away']);
      expect(headers.get('retry-after')).toBe('1');
    }
    expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
    const metrics = await fetch(`${service.url}/metrics`);
    const figures = await metrics.text();
    expect(metrics.status).toBe(200);
    expect(figures).toMatch(/^http_requests_total\{.*status="5xx"\} 3$/m);
    expect(figures).not.toMatch(/^projection_lag_seconds\{/m);
  } finally {
    await accept(true);
  }
  expect((await board()).status).toBe(200);
}, 30_000);
