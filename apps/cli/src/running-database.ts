import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The line of PostgreSQL's `postmaster.pid` that holds the port, counted from 0. */
const PORT_LINE = 3;

/**
 * The connection of an embedded database that a running service keeps in `directory`; undefined
 * when no server runs there. The files are those that `startLocalDatabase` and PostgreSQL leave.
 */
export async function runningDatabase(
  directory: string,
  database: string,
): Promise<string | undefined> {
  const elsewhere = await textOf(join(directory, 'elsewhere'));
  const home = elsewhere?.trim() ?? directory;
  const [password, postmaster] = await Promise.all([
    textOf(join(home, 'password')),
    textOf(join(home, 'cluster', 'postmaster.pid')),
  ]);
  const lines = postmaster?.split('\n');
  const port = lines?.[PORT_LINE]?.trim();
  if (!password || !port || !isAlive(Number(lines?.[0]))) return undefined;
  return `postgresql://postgres:${encodeURIComponent(password.trim())}@127.0.0.1:${port}/${database}`;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
