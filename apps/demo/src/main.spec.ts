import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/** Where `npm run build` puts it; tests run from the root of the repository. */
const MAIN = resolve('dist/apps/demo/src/main.js');

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'demo-main-'));
  await chmod(dataDir, 0o711);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const environmentOf = (given: Readonly<Record<string, string>>) => ({
  PATH: process.env['PATH'],
  LANG: 'en_GB.UTF-8',
  DATA_DIR: dataDir,
  PORT: '0',
  ...given,
});

function demo(words: readonly string[], given: Readonly<Record<string, string>> = {}) {
  const env = environmentOf(given);
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { env });
  return { status, out: stdout.toString(), errors: stderr.toString() };
}

describe('the demo', () => {
  test('says what it does and can be told', () => {
    const { status, out, errors } = demo(['--help']);
    expect([status, errors]).toEqual([0, '']);
    for (const option of [
      '--exit',
      '--scenario NAME',
      'emergency',
      '--lang zh|en',
      'PORT',
      'DATA_DIR',
    ])
      expect(out).toContain(option);
    for (const wrong of [['--fly'], ['--scenario', 'no-such']])
      expect(demo(wrong)).toMatchObject({ status: 2, errors: expect.stringContaining('usage:') });
  });

  test.each<[string, Record<string, string>, string]>([
    ['a port that is none', { PORT: 'abc' }, 'PORT must be an integer number'],
    ['a directory that cannot be made', { DATA_DIR: '/proc/nothing' }, 'There is no directory'],
    [
      'a database that nobody serves',
      { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' },
      'DATABASE_URL',
    ],
  ])('refuses %s in one line', (_, given, words) => {
    const { status, errors } = demo([], given);
    expect(status).toBe(1);
    expect(errors).toContain(words);
    expect(errors).toMatch(/^[^\n]+\n$/);
  });

  test('says that it takes another port where the one asked for is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const env = environmentOf({ PORT: String(port) });
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    let said = '';
    for await (const line of createInterface(child.stdout)) {
      said = line;
      if (/is taken|open-ticket/.test(line)) break;
    }
    child.kill('SIGTERM');
    child.stdout.resume();
    expect(said).toMatch(
      /^The port that was asked for is taken, so this is another\. http:\/\/127/,
    );
    expect(said).not.toContain(`:${port}`);
    expect(await ended).toEqual([0, null]);
    holder.close();
  }, 120_000);
});
