import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';

jest.setTimeout(120_000);

/** Where `npm run build` puts it; tests run from the root of the repository. */
const MAIN = resolve('dist/test/bench/main.js');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-centre-benches-'));
  // For root, PostgreSQL runs under another account, which must get through.
  chmodSync(folder, 0o711);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(words: readonly string[]) {
  const env = { PATH: process.env['PATH'], TMPDIR: folder };
  const child = spawn(process.execPath, [MAIN, ...words], { env, timeout: 60_000 });
  return { child, ended: once(child, 'exit'), out: text(child.stdout), errors: text(child.stderr) };
}

describe('the benches', () => {
  test('are listed with the help', async () => {
    const { ended, out, errors } = run(['--help']);
    expect([await ended, await errors]).toEqual([[0, null], '']);
    for (const word of ['usage: ', 'append', 'append-flood', 'http', '--only', '--reps'])
      expect(await out).toContain(word);
  });

  test.each<[string, RegExp]>([
    ['', /^name one bench\n/],
    ['nope', /^nope: there is no such bench\n/],
    ['read append', /^append: name one bench\n/],
    ['append --seconds x', /^--seconds x: .* more than 0\n/],
    ['append --seconds 0', /^--seconds 0: .* more than 0\n/],
    ['append --seconds', /^.*--seconds.*\n/],
    ['append --reps 0', /^--reps 0: .* 1 or more\n/],
    ['append --reps 1.5', /^--reps 1.5: .* 1 or more\n/],
    ['append --size 2', /^--size 2: .* at most 1\n/],
    ['append --secs 1', /^.*--secs.*\n/],
  ])('refuse "%s" in one line before the usage, with 2', async (line, words) => {
    const { ended, errors } = run(line.split(' ').filter(Boolean));
    expect(await ended).toEqual([2, null]);
    expect(await errors).toMatch(words);
    expect(await errors).toMatch(/^[^\n]+\nusage: [^\n]+\nbenches: [^\n]*append-history[^\n]*\n$/);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('leave nothing behind on %s', async (signal) => {
    const { child, ended, errors } = run(['append', '--reps', '1', '--seconds', '50']);
    const isUp = () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) =>
        /postmaster\.pid$/.test(name),
      );
    while (!isUp() && child.exitCode === null) await pause(100);
    // In the midst of the first appends.
    await pause(2_000);
    child.kill(signal);
    expect(await ended).toEqual([signal === 'SIGINT' ? 130 : 143, null]);
    expect(await errors).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });
});
