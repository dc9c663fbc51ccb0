import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { until } from '@app/kernel/src/testing/until.js';
import type { OutcomeBody } from '@app/http';
import { testDatabase } from '../../../test/support/database.js';
import type { DepsBody } from './health/health.dto.js';
import { send, signIn } from './testing/test-client.js';

jest.setTimeout(120_000);

/** Where `npm run build` puts it; tests run from the root of the repository. */
const MAIN = resolve('dist/apps/server/src/main.js');

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'service-centre-main-'));
  // For root, PostgreSQL runs under another account, which must get through.
  await chmod(dataDir, 0o711);
});

/** What a failed test left is ended too. */
const running: ChildProcess[] = [];
afterEach(() => running.splice(0).forEach((child) => child.kill('SIGTERM')));

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** The program as an operator starts it, with nothing in its environment but what is given. */
function run(environment: Readonly<Record<string, string>>, cwd?: string) {
  const child = spawn(process.execPath, [MAIN], {
    cwd,
    env: environmentOf(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

/** The same with its log, and what it says of errors, in a file. */
function runLoggingTo(file: number, environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [MAIN], {
    env: environmentOf(environment),
    stdio: ['ignore', file, file],
  });
  running.push(child);
  return child;
}

function environmentOf(given: Readonly<Record<string, string>>) {
  return { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', ...given };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A line of the log. */
interface Line {
  readonly level: string;
  readonly timestamp: number;
  readonly message: string;
  /** Only of the line that says where the service listens. */
  readonly url?: string;
}

/** What it tells until it listens. */
async function untilListening({ stdout }: ReturnType<typeof run>): Promise<readonly Line[]> {
  const told: Line[] = [];
  for await (const line of createInterface(stdout)) {
    told.push(JSON.parse(line) as Line);
    if (told.at(-1)?.url !== undefined) break;
  }
  return told;
}

async function serving(environment: Readonly<Record<string, string>>) {
  const child = run(environment);
  const ended = once(child, 'exit');
  const url = (await untilListening(child)).at(-1)!.url!;
  const end = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { url, end };
}

/** How a process's projections stand, each state once. */
async function statesAt(url: string, token: string): Promise<readonly string[]> {
  const path = `${url}/health/deps`;
  const { body } = await send<DepsBody>(path, { method: 'GET', token });
  return [...new Set(body.projections.map(({ state }) => state))];
}

async function refusal(environment: Readonly<Record<string, string>>, cwd?: string) {
  const child = run(environment, cwd);
  const ended = once(child, 'exit');
  const errors = await text(child.stderr);
  await ended;
  return { code: child.exitCode, errors };
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

describe('the program', () => {
  test('serves on a database of its own, and on SIGTERM ends with 0 and leaves nothing running', async () => {
    const child = run({});
    const errors = text(child.stderr);
    const ended = once(child, 'exit');
    const told = await untilListening(child);
    const url = told.at(-1)?.url;
    const messages = told.map(({ message }) => message).join('\n');
    const database = Number(/PostgreSQL \(process (\d+)\)/.exec(messages)?.[1]);
    expect(messages).toContain(`listens on ${url}`);
    expect(told.every(({ level, timestamp }) => level === 'log' && timestamp > 0)).toBe(true);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect(isGone(database)).toBe(false);

    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await errors).toBe('');
    expect(isGone(database)).toBe(true);
    expect(existsSync(join(dataDir, 'database', 'owner.lock'))).toBe(false);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  test('goes on where the disk has no room for its log', async () => {
    const port = await freePort();
    // Takes no byte, as a full disk; where a system has none, the log is merely not read.
    const log = await open(existsSync('/dev/full') ? '/dev/full' : '/dev/null', 'w');
    const child = runLoggingTo(log.fd, { PORT: String(port) });
    const ended = once(child, 'exit');
    const live = () => fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined);
    while (child.exitCode === null && !(await live())?.ok) await pause(50);
    for (let asked = 0; asked < 20; asked++) expect((await live())?.status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await log.close();
  });

  test('does what ROLES says: an API without projections, a worker without the API', async () => {
    const api = await serving({ ROLES: 'api' });
    const password = (await readFile(join(dataDir, 'operator-password'), 'utf8')).trim();
    const token = await signIn(api.url, 'operator', password);
    const employees = `${api.url}/api/v1/employees`;
    const file = { employee: 'wang-fang', name: '王芳', department: 'office', supervisor: false };
    const { position } = (await send<OutcomeBody>(employees, { token, body: file })).body;
    const asked = await send(`${employees}?minPosition=${position}`, { method: 'GET', token });
    expect(asked.body.code).toBe('not-yet-visible');
    expect(await statesAt(api.url, token)).toEqual(['stopped']);
    expect(await api.end()).toEqual([0, null]);

    const worker = await serving({ ROLES: 'worker' });
    await until(async () => (await statesAt(worker.url, token)).join() === 'leading');
    const { body } = await send(`${worker.url}/api/v1/tickets`, { method: 'GET', token });
    expect(body.code).toBe('not-served-here');
    expect(await worker.end()).toEqual([0, null]);
  });

  test('refuses in one line a database that could lose what was acknowledged', async () => {
    const careless = await testDatabase();
    const { code, errors } = await refusal({ DATABASE_URL: careless.url });
    await careless.drop();
    expect(code).toBe(1);
    expect(errors).toMatch(/^the database could lose acknowledged events: .*\n$/);
  });

  test('refuses an address that it cannot listen on before it makes anything', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const folder = await mkdtemp(join(tmpdir(), 'service-centre-address-'));
    const refused = (given: Readonly<Record<string, string>>) =>
      refusal({ DATA_DIR: join(folder, 'data'), ...given });
    const taken = await refused({ PORT: String(port) });
    const elsewhere = await refused({ HOST: '192.0.2.1' });
    holder.close();
    expect(taken).toEqual({
      code: 1,
      errors: `port ${port} is taken at 127.0.0.1: choose another with PORT\n`,
    });
    expect(elsewhere).toEqual({
      code: 1,
      errors: 'this machine does not have the address 192.0.2.1: see HOST\n',
    });
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a database that nobody serves', {}, /DATABASE_URL/],
    ['a port that is none', { PORT: 'http' }, /PORT/],
    ['a secret that is too short', { TOKEN_SECRET_FILE: 'short' }, /TOKEN_SECRET_FILE.*32 bytes/],
    ['an empty secret', { TOKEN_SECRET_FILE: 'empty' }, /TOKEN_SECRET_FILE.*is empty/],
    ['a proxy that is none', { TRUST_PROXY: '10.0.0.1, x' }, /TRUST_PROXY.* x/],
  ])('refuses %s in one line', async (_, environment, named) => {
    const cwd = await mkdtemp(join(tmpdir(), 'service-centre-refused-'));
    await writeFile(join(cwd, 'short'), 'x'.repeat(31));
    await writeFile(join(cwd, 'empty'), '');
    const DATABASE_URL = 'postgres://x@127.0.0.1:1/x';
    const { code, errors } = await refusal({ DATABASE_URL, ...environment }, cwd);
    await rm(cwd, { recursive: true });
    expect(code).toBe(1);
    expect(errors).toMatch(named);
    expect(errors).toMatch(/^[^\n]+\n$/);
  });
});
