import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer as listen } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalDatabase } from '@app/local-database';
import { createServer } from '../../server/src/create-server.js';
import type { Environment } from '../../server/src/environment.js';

/** A service of the demo's own, with all that it stands on. */
export interface DemoServer {
  readonly url: string;
  readonly operator: { readonly login: string; readonly password: string };
  /** The installation's own files. */
  readonly dataDir: string;
  /** Whether the data are from an earlier start. */
  readonly resumed: boolean;
  /** Stops the server, then the database; removes what was made for one run only. */
  stop(): Promise<void>;
}

/**
 * Starts the service as an operator would, on data of the demo's own.
 *
 * @param since when its clock begins, unless it began at an earlier start
 * @param once with nothing from an earlier run, and nothing left for a later one
 */
export async function startDemoServer(
  { DATA_DIR, DATABASE_URL, HOST, PORT }: Environment,
  since: string,
  once: boolean,
): Promise<DemoServer> {
  const dataDir = once ? await passingDirectory() : join(DATA_DIR, 'demo');
  await mkdir(dataDir, { recursive: true });
  const resumed = existsSync(passwordFile(dataDir));
  const database = DATABASE_URL
    ? { url: DATABASE_URL, home: dataDir, stop: () => Promise.resolve() }
    : await startLocalDatabase({
        directory: join(dataDir, 'database'),
        database: 'service_centre',
        ...(once && { port: 0 }),
      });
  const stopDatabase = async () => {
    await database.stop();
    if (!once) return;
    for (const place of [database.home, dataDir]) await rm(place, { recursive: true, force: true });
  };
  try {
    const server = await createServer({
      databaseUrl: database.url,
      dataDir,
      host: HOST,
      port: await freePort(PORT, HOST),
      logLevel: 'error',
      clock: since,
    });
    return {
      url: server.url,
      operator: { login: 'operator', password: await operatorPassword(dataDir) },
      dataDir,
      resumed,
      stop: () => server.close().finally(stopDatabase),
    };
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

/** A directory of this run's own. For root, PostgreSQL runs under another account, which must get through. */
async function passingDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'service-centre-demo-'));
  await chmod(directory, 0o711);
  return directory;
}

function passwordFile(dataDir: string): string {
  return join(dataDir, 'operator-password');
}

/** The server left it there, readable by its owner only, when it made the first account. */
async function operatorPassword(dataDir: string): Promise<string> {
  const file = passwordFile(dataDir);
  const password = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} is missing: the database belongs to another installation`);
  });
  return password.trim();
}

/** The port if nobody has it, else 0, with which the system chooses one. */
function freePort(port: number, host: string): Promise<number> {
  return new Promise((resolve) => {
    const probe = listen()
      .once('error', () => resolve(0))
      .listen(port, host, () => probe.close(() => resolve(port)));
  });
}
