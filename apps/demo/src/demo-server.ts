import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addressOf } from '@app/event-store/src/eventstoredb/connection-string.js';
import { makeDirectory, startLocalDatabase } from '@app/local-database';
import { createServer } from '../../server/src/create-server.js';
import { EnvironmentError, type Environment } from '../../server/src/environment.js';
import { givenMasterKey } from '../../server/src/keys/given-master-key.js';
import { tryToListen } from '../../server/src/listening.js';
import { demoLogOf } from './demo-log.js';

/** A service of the demo's own, with all that it stands on. */
export interface DemoServer {
  readonly url: string;
  readonly operator: { readonly login: string; readonly password: string };
  /** The installation's own files. */
  readonly dataDir: string;
  /** Whether the data are from an earlier start. */
  readonly resumed: boolean;
  /** Whether the port that was asked for is taken, so that it listens on another. */
  readonly moved: boolean;
  /** Hosts of the EventStoreDB that has the log; absent where PostgreSQL has it. */
  readonly eventStoreDb?: string;
  /** Stops the server, then the database; removes what was made for one run only. */
  stop(): Promise<void>;
}

/** Of which scenarios a service is started. */
interface Played {
  /** Of one that is played alone; absent: all are. */
  readonly name?: string;
  /** When its clock begins, unless it began at an earlier start. */
  readonly since: string;
  /** With nothing from an earlier run, and nothing left for a later one. */
  readonly once: boolean;
}

/** Starts the service as an operator would, on data of what is played, as its clock only goes forward. */
export async function startDemoServer(
  environment: Environment,
  { name, since, once }: Played,
): Promise<DemoServer> {
  const { DATA_DIR, DATABASE_URL, HOST, PORT } = environment;
  const eventStoreDb = demoLogOf(environment, once);
  const dataDir = once
    ? await passingDirectory()
    : join(DATA_DIR, name === undefined ? 'demo' : `demo-${name}`);
  await makeDirectory(dataDir);
  const port = await freePort(PORT, HOST);
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
      ...(eventStoreDb && { eventStoreDb }),
      dataDir,
      ...givenMasterKey(environment),
      host: HOST,
      port,
      logLevel: 'error',
      clock: since,
    });
    return {
      url: server.url,
      operator: { login: 'operator', password: await operatorPassword(dataDir) },
      dataDir,
      resumed,
      moved: port !== PORT,
      ...(eventStoreDb && { eventStoreDb: addressOf(eventStoreDb).hosts }),
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
    throw new EnvironmentError(`${file} is missing: the database belongs to another installation`);
  });
  return password.trim();
}

/** The port if nobody has it, else 0, with which the system chooses one. @throws EnvironmentError HOST is none */
async function freePort(port: number, host: string): Promise<number> {
  try {
    await tryToListen(host, port);
    return port;
  } catch {
    await tryToListen(host, 0);
    return 0;
  }
}
