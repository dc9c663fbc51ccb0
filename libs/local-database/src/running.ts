import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { connectionUrl } from './connection-url.js';
import { filesOf } from './home.js';
import { isAlive } from './process-identity.js';
import type { LocalDatabaseOptions } from './start.js';

/** The lines of PostgreSQL's `postmaster.pid` that hold the process id and the port, from 0. */
const PID_LINE = 0;
const PORT_LINE = 3;

/**
 * The connection URL of a local database that another process keeps running, for who only wants to
 * look at it while it is in use; undefined when no server runs there. Starts and changes nothing.
 */
export async function runningLocalDatabase({
  directory,
  database,
}: Pick<LocalDatabaseOptions, 'directory' | 'database'>): Promise<string | undefined> {
  const { password, cluster } = await filesOf(resolve(directory));
  const [secret, postmaster] = await Promise.all([
    textOf(password),
    textOf(join(cluster, 'postmaster.pid')),
  ]);
  const lines = postmaster?.split('\n') ?? [];
  const port = Number(lines[PORT_LINE]);
  if (!secret || !port || !isAlive(Number(lines[PID_LINE]))) return undefined;
  return connectionUrl(secret, port, database);
}

/** Whether a local database was ever made in the directory. Starts and changes nothing. */
export async function localDatabaseExists(directory: string): Promise<boolean> {
  return existsSync((await filesOf(resolve(directory))).cluster);
}

function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
