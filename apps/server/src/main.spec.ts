import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { testDatabase } from '../../../test/support/database.js';

jest.setTimeout(120_000);

/** Where `npm run build` puts it; tests run from the root of the repository. */
const MAIN = resolve('dist/apps/server/src/main.js');

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'service-centre-main-'));
  // For root, PostgreSQL runs under another account, which must get through.
  await chmod(dataDir, 0o711);
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** The program as an operator starts it, with nothing in its environment but what is given. */
function run(environment: Readonly<Record<string, string>>) {
  return spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A line of the log. */
interface Line {
  readonly level: string;
  readonly timestamp: number;
  readonly message: string;
  /** Only of the line that says where the service listens. */
  readonly url?: string;
}

async function refusal(environment: Readonly<Record<string, string>>) {
  const child = run(environment);
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
    const told: Line[] = [];
    for await (const line of createInterface(child.stdout)) {
      told.push(JSON.parse(line) as Line);
      if (told.at(-1)?.url !== undefined) break;
    }
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

  test('refuses in one line a database that could lose what was acknowledged', async () => {
    const careless = await testDatabase();
    const { code, errors } = await refusal({ DATABASE_URL: careless.url });
    await careless.drop();
    expect(code).toBe(1);
    expect(errors).toMatch(/^the database could lose acknowledged events: .*\n$/);
  });

  test.each([
    ['a database that nobody serves', { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }],
    ['a port that is none', { PORT: 'http' }],
  ])('refuses %s in one line', async (_, environment) => {
    const { code, errors } = await refusal(environment);
    expect(code).toBe(1);
    expect(errors).toMatch(/^(.*DATABASE_URL.*|.*PORT.*)\n$/);
  });
});
