import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, realpathSync, statSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries } from './binaries.js';
import { neutralEnvironment } from './cluster.js';
import { giveTo, type Home } from './home.js';
import { isAlive } from './process-identity.js';

/** A running PostgreSQL server process and the part of the log that is its own. */
export interface Postmaster {
  readonly pid: number;
  isRunning(): boolean;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** The last lines that it wrote. */
  lastWords(): Promise<string>;
}

const FAST_MS = 30_000;
const IMMEDIATE_MS = 10_000;

/**
 * Start the server in a session of its own: Ctrl-C in a terminal goes to the whole process group
 * and must reach the service only, which drains first and stops the server last.
 */
export async function launch(
  home: Home,
  binaries: Binaries,
  settings: Readonly<Record<string, string | number>>,
): Promise<Postmaster> {
  const log = openSync(home.log, 'a', 0o600);
  await giveTo(home.log, home.account);
  const begin = statSync(home.log).size;
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', home.cluster, ...flags], {
    ...home.account,
    cwd: home.directory,
    env: neutralEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let running = true;
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error'] as const) child.once(event, () => resolve());
  });
  void ended.then(() => (running = false));
  return {
    pid: child.pid ?? 0,
    isRunning: () => running,
    ended,
    lastWords: () => tail(home.log, begin),
  };
}

/**
 * End the server of this cluster that an earlier owner left behind, if there is one. Its pid file is
 * cleared away, which one that was killed leaves there: PostgreSQL would take a zombie, or whoever has
 * the process id by now, for that server and refuse. Should backends of a dead server still live, the new one sees
 * them by their shared memory and waits (`worthAnotherTry`).
 *
 * @returns the process id of the orphan that was ended
 */
export async function endOrphan(home: Home, binaries: Binaries): Promise<number | undefined> {
  const file = join(home.cluster, 'postmaster.pid');
  const content = await readFile(file, 'utf8').catch(() => '');
  const pid = Number(content.split('\n')[0]);
  if (!pid) return undefined;
  const serving = isAlive(pid) && serves(pid, home.cluster);
  if (serving) await stopServer(pid, home, binaries);
  await rm(file, { force: true });
  return serving ? pid : undefined;
}

/**
 * Stop a server and wait until it is gone: open transactions are rolled back, everything committed
 * is written out. One that does not stop within 30 seconds is ended at once, which loses nothing
 * either but makes the next start recover from the log.
 */
export async function stopServer(pid: number, home: Home, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-D', home.cluster]);
    return;
  }
  signal(pid, 'SIGINT');
  if (await gone(pid, FAST_MS)) return;
  signal(pid, 'SIGQUIT');
  if (await gone(pid, IMMEDIATE_MS)) return;
  throw new Error(`PostgreSQL (process ${pid}) did not stop; see ${home.log}`);
}

/** Ask a server to stop fast, without waiting; for the last moment of a process. */
export function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** True if the process is a server of just this cluster: it works in, or was started with, it. */
function serves(pid: number, cluster: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return (stdout ?? '').includes(`-D ${cluster}`);
  }
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (!isAlive(pid)) return true;
    await sleep(25);
  }
  return !isAlive(pid);
}

async function tail(path: string, from: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const size = (await file.stat()).size;
    const start = Math.max(from, size - 8192);
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(size - start),
      0,
      size - start,
      start,
    );
    return buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n').slice(-12).join('\n');
  } finally {
    await file.close();
  }
}
