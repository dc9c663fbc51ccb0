import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import { Client } from '@app/postgres';
import { send, signIn } from '../../apps/server/src/testing/test-client.js';
import { durableDatabase, type DurableDatabase } from '../support/durable-database.js';
import { MASTER_KEY, OPERATOR, Service } from '../support/service.js';

const NEXT_MASTER_KEY = '08'.repeat(32);
/** Milliseconds after the answer to an erasure at which the service is killed. */
const KILLED_AFTER = [0, 5, 20];
const CUSTOMERS = KILLED_AFTER.map((after, index) => ({ after, customer: `C-${index + 1}` }));
const KEPT = { customer: 'C-KEPT', name: '留得住', phone: '13977665500' };

let database: DurableDatabase;
let service: Service;
let client: Client;

beforeAll(async () => {
  database = await durableDatabase();
  service = await Service.start(database.url);
  client = new Client({ connectionString: database.url });
  await client.connect();
}, 120_000);

afterAll(async () => {
  await client?.end();
  await service?.end('SIGTERM');
  await database?.stop();
}, 60_000);

const url = (path: string) => `${service.url}/api/v1/${path}`;

async function managerSignedIn(): Promise<string> {
  const operator = await signIn(service.url, OPERATOR.login, OPERATOR.password);
  const employee = { employee: 'ma', name: 'ma', department: 'office', supervisor: true };
  await send(url('employees'), { token: operator, body: employee });
  const user = { login: 'ma', password: OPERATOR.password, employee: 'ma' };
  const roles = ['general-manager', 'dispatcher', 'supervisor', 'hotline'];
  await send(url('users'), { token: operator, body: { ...user, roles } });
  return signIn(service.url, 'ma', OPERATOR.password);
}

async function keysOf(customer: string): Promise<number> {
  const { rowCount } = await client.query(
    'SELECT FROM privacy.person_key WHERE person = $1 AND wrapped IS NOT NULL',
    [`customer-${customer}`],
  );
  return rowCount!;
}

/** It asks a read model, whose lease the process that was killed still holds for some seconds. */
async function erased(customer: string, token: string): Promise<void> {
  const body = { reason: '客户书面要求' };
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
    const { status } = await send(url(`customers/${customer}/erase-person`), { token, body });
    if (status !== 503) return expect(status).toBe(200);
  }
  throw new Error(`${customer} could not be erased within a minute`);
}

test('an erasure is carried out although the service is killed as soon as it has answered', async () => {
  const token = await managerSignedIn();
  const say = (path: string, body: object) => send(url(path), { token, body });
  await say('customers', KEPT);
  for (const { customer, after } of CUSTOMERS) {
    await say('customers', { customer, name: '欧阳绝无仅有', phone: '13977665544' });
    expect(await keysOf(customer)).toBe(1);
    await erased(customer, token);
    await sleep(after);
    await service.end('SIGKILL');
    await service.start();
  }
  for (const { customer } of CUSTOMERS) {
    await until(async () => (await keysOf(customer)) === 0);
    const read = await send(url(`customers/${customer}`), { token, method: 'GET' });
    expect(JSON.stringify(read.body)).not.toContain('绝无仅有');
  }
  expect(await keysOf(KEPT.customer)).toBe(1);
}, 180_000);

test('keys that are wrapped anew by the command line open what they opened, under the new master key alone', async () => {
  await service.end('SIGTERM');
  const directory = await mkdtemp(join(tmpdir(), 'service-centre-master-key-'));
  const file = join(directory, 'next');
  await writeFile(file, NEXT_MASTER_KEY, { mode: 0o600 });
  const rotate = [resolve('dist/apps/cli/src/main.js'), 'keys', 'rotate', '--json'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...rotate, '--new-master-key-file', file],
    { env: { ...process.env, DATABASE_URL: database.url, MASTER_KEY } },
  );
  await rm(directory, { recursive: true });
  expect(JSON.parse(stdout)).toEqual({ keys: 1 });

  await expect(Service.start(database.url, { logLevel: 'error' })).rejects.toThrow(
    'the server ended',
  );
  service = await Service.start(database.url, { environment: { MASTER_KEY: NEXT_MASTER_KEY } });
  const token = await signIn(service.url, 'ma', OPERATOR.password);
  const { body } = await send(url(`customers/${KEPT.customer}`), { token, method: 'GET' });
  expect(body).toMatchObject({ name: KEPT.name, phone: `+86${KEPT.phone}` });
}, 60_000);
