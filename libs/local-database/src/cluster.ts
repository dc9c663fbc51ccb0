import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Binaries } from './binaries.js';
import { LocalDatabaseError } from './errors.js';
import { giveTo, type Home } from './home.js';

/** The database superuser of the local cluster. */
export const SUPERUSER = 'postgres';

/**
 * Locales in order of preference: characters are classified as Unicode (so that trigrams of Chinese
 * exist) and sorted by code point. macOS before 14 and small images lack the first ones; the last
 * is built into PostgreSQL 18 and needs nothing from the system.
 */
const LOCALES: readonly (readonly string[])[] = [
  ['--locale-provider=libc', '--locale=C.utf8'],
  ['--locale-provider=libc', '--locale=C.UTF-8'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
];

/**
 * Make the cluster unless it exists, and return the superuser's password, which is random and kept
 * for the owner's eyes only in the home.
 */
export async function ensureCluster(home: Home, binaries: Binaries, sync: boolean) {
  if (existsSync(home.cluster)) return readPassword(home);

  const draft = `${home.cluster}.draft`;
  const password = randomBytes(24).toString('base64url');
  await writeFile(home.password, password, { mode: 0o600 });
  await giveTo(home.password, home.account);
  const common = [
    ...['--pgdata', draft, '--encoding=UTF8', '--username', SUPERUSER],
    ...['--auth=scram-sha-256', '--pwfile', home.password],
    ...['--set', 'timezone=UTC', '--set', 'log_timezone=UTC'],
    ...(sync ? [] : ['--no-sync']),
  ];
  const complaints: string[] = [];
  for (const locale of LOCALES) {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    await giveTo(draft, home.account);
    const { code, output } = await run(binaries.initdb, [...common, ...locale], home);
    if (code === 0) {
      // A cluster appears whole or not at all, also if we are killed meanwhile.
      await rename(draft, home.cluster);
      return password;
    }
    complaints.push(output);
  }
  throw new LocalDatabaseError('no-start', `initdb failed: ${complaints.join('\n')}`);
}

async function readPassword(home: Home): Promise<string> {
  try {
    return await readFile(home.password, 'utf8');
  } catch (cause) {
    throw new LocalDatabaseError(
      'not-ours',
      `The password of the local database, ${home.password}, cannot be read: it was made by ` +
        'another account. Run as that account, or delete the directory to begin anew.',
      { cause },
    );
  }
}

/** The environment for PostgreSQL's programs: the caller's, less what would steer them. */
export function neutralEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

async function run(program: string, args: string[], home: Home) {
  const child = spawn(program, args, {
    ...home.account,
    cwd: home.directory,
    env: neutralEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: output.trim() }));
  });
}
