import { join } from 'node:path';
import { LocalDatabaseError, startLocalDatabase } from '@app/local-database';
import { createServer, type Server } from './create-server.js';
import { readEnvironment, type Environment, type Roles } from './environment.js';
import { masterKeyFor } from './keys/given-master-key.js';
import { httpSettingsOf } from './http-settings.js';
import { tryToListen } from './listening.js';
import { outlastFullDisk } from './observation/outlast-full-disk.js';
import type { ServerOptions } from './server-options.js';
import { startFailure } from './start-failure.js';
import { eventStoreDbOf } from './store/event-store-db-settings.js';

/** Milliseconds after which a shutdown that hangs is cut short. */
const DEADLINE = 10_000;

/** What each role does; beside requests the projections have a thread of their own. */
const WORK = {
  'api,worker': { projections: 'thread' },
  api: { projections: 'none' },
  worker: { projections: 'here', api: false },
} as const satisfies Record<Roles, Partial<ServerOptions>>;

interface Running {
  readonly server: Server;
  /** Closes the server, then the database if it is our own. */
  close(): Promise<void>;
}

async function start(environment: Environment): Promise<Running> {
  const { PORT, HOST, ROLES, DATA_DIR, LOG_LEVEL, OPERATOR_PASSWORD, CLOCK, SMTP_URL, MAIL_FROM } =
    environment;
  const eventStoreDb = eventStoreDbOf(environment);
  const http = httpSettingsOf(environment);
  const masterKey = masterKeyFor(environment, process.env);
  await tryToListen(HOST, PORT);
  const database = await databaseOf(environment);
  try {
    const server = await createServer({
      databaseUrl: database.url,
      ...(eventStoreDb && { eventStoreDb }),
      dataDir: DATA_DIR,
      ...masterKey,
      host: HOST,
      port: PORT,
      logLevel: LOG_LEVEL,
      ...WORK[ROLES],
      ...(OPERATOR_PASSWORD !== undefined && { operatorPassword: OPERATOR_PASSWORD }),
      ...(CLOCK !== undefined && { clock: CLOCK }),
      ...(SMTP_URL !== undefined && {
        mail: { smtpUrl: SMTP_URL, ...(MAIL_FROM !== undefined && { from: MAIL_FROM }) },
      }),
      ...http,
    });
    return { server, close: () => server.close().finally(() => database.stop()) };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** The database that was named, or one of our own. */
async function databaseOf({
  DATABASE_URL,
  DATA_DIR,
}: Environment): Promise<{ url: string; stop(): Promise<void> }> {
  if (DATABASE_URL !== undefined) return { url: DATABASE_URL, stop: () => Promise.resolve() };
  return startLocalDatabase({
    directory: join(DATA_DIR, 'database'),
    database: 'service_centre',
    log: say,
    // Whoever restarts the service gets the database back with it.
    onEnd: () =>
      fail(new LocalDatabaseError('ended', 'The database has ended; the service ends too.')),
  });
}

/** What an operator waits for at a start, whatever LOG_LEVEL says; a line of the log as all others are. */
function say(message: string, more: object = {}): void {
  const { pid } = process;
  const line = { level: 'log', pid, timestamp: Date.now(), context: 'Start', message, ...more };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** A signal ends the process in good order; one that comes while it is still starting waits for that. */
function endOnSignal(starting: Promise<Running>): void {
  let ending = false;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (ending) return;
    ending = true;
    setTimeout(() => {
      process.stderr.write(`${signal}: not closed after ${DEADLINE / 1000} s, ending\n`);
      process.exit(1);
    }, DEADLINE).unref();
    await (await starting).close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void end(signal).catch(fail));
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
}

outlastFullDisk(process.stdout);
outlastFullDisk(process.stderr);

try {
  const environment = readEnvironment(process.env);
  const starting = start(environment);
  endOnSignal(starting);
  const { server } = await starting;
  const { url } = server;
  const purpose =
    environment.ROLES === 'worker'
      ? 'for health and metrics alone'
      : `its API is described at ${url}/api/v1/docs`;
  say(`Service centre listens on ${url}, ${purpose}`, { url });
} catch (error) {
  fail(error);
}
