import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { LocalDatabase } from '../index.js';

/** A new directory that other accounts may pass through (0711) or not (0700). */
export async function directory(mode: 0o711 | 0o700): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'local-database-'));
  await chmod(made, mode);
  return made;
}

/** Another process that owns the local database in a directory. */
export interface OtherOwner extends Omit<LocalDatabase, 'stop'> {
  readonly process: ChildProcess;
  /** End it by a signal and say by which signal it ended. */
  end(signal: NodeJS.Signals): Promise<unknown>;
}

/** Let another process own the directory; resolves when its database answers. */
export async function otherOwner(of: string): Promise<OtherOwner> {
  const program = fileURLToPath(new URL('./owner.ts', import.meta.url));
  const hooks = new URL('../../../../test/support/register-typescript.mjs', import.meta.url);
  const child = spawn(process.execPath, ['--import', hooks.href, program, of], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit');
    child.kill(signal);
    const [, by] = (await ended) as unknown[];
    return by;
  };
  return { ...(JSON.parse(line) as Omit<LocalDatabase, 'stop'>), process: child, end };
}

/** Run one statement and return its rows. */
export async function rows(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
