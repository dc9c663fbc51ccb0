import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { escapeIdentifier } from 'pg';
import { Client } from '@app/postgres';
import { type Binaries, findBinaries } from './binaries.js';
import { ensureCluster, SUPERUSER } from './cluster.js';
import { connectionUrl } from './connection-url.js';
import { LocalDatabaseError } from './errors.js';
import { findHome, type Home } from './home.js';
import { stopOnExit } from './stop-on-exit.js';
import { acquireOwnerLock } from './owner-lock.js';
import { freePort } from './port.js';
import { endOrphan, launch, type Postmaster, signal, stopServer } from './postmaster.js';

/** What to start, and where. */
export interface LocalDatabaseOptions {
  /** Directory of its own for the data, made if missing, such as `.data/database`. */
  readonly directory: string;
  /** Name of the database to use, made if missing. */
  readonly database: string;
  /** Port to listen on at 127.0.0.1; default 54329. If it is taken, the system picks another. */
  readonly port?: number;
  /** Receives a line for each thing worth telling; default: silence. */
  readonly log?: (line: string) => void;
  /** Called when the server ends though nobody stopped it here; default: nothing, and every connection fails. */
  readonly onEnd?: () => void;
  /** PostgreSQL settings beyond the usual, such as `{ fsync: 'off' }` for tests; default none. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

/** A PostgreSQL server that runs as long as this process does. */
export interface LocalDatabase {
  /** Connection URL of the database, with the superuser and its password. */
  readonly url: string;
  readonly port: number;
  /** Process id of the server. */
  readonly pid: number;
  /** Where the data lies; not the directory asked for if that one is closed to the server. */
  readonly home: string;
  /** Stop the server, wait until it is gone and give the directory free. May be called twice. */
  readonly stop: () => Promise<void>;
}

const USUAL_PORT = 54329;
const START_MS = 120_000;
const ATTEMPTS = 20;

/**
 * Start a real PostgreSQL 18 from npm packages alone, as any user, root included. The data stays in
 * the directory from start to start. A server that a killed process left behind is ended first, and
 * the new one recovers what had been committed. Committed means written to disk.
 *
 * Stop it last in the service's own shutdown. See `stopOnExit` for those who forget.
 *
 * @throws LocalDatabaseError
 */
export async function startLocalDatabase(options: LocalDatabaseOptions): Promise<LocalDatabase> {
  const log = options.log ?? (() => undefined);
  const home = await findHome(resolve(options.directory));
  const lock = await acquireOwnerLock(home.directory);
  try {
    const binaries = await findBinaries(home);
    const sync = options.settings?.['fsync'] !== 'off';
    const password = await ensureCluster(home, binaries, sync);
    const orphan = await endOrphan(home, binaries);
    if (orphan) log(`Ended PostgreSQL (process ${orphan}) that an earlier run had left behind.`);
    const server = await startServer(home, binaries, password, options);
    log(`PostgreSQL (process ${server.pid}) serves ${home.directory} on port ${server.port}.`);
    return { ...server, home: home.directory, stop: once(() => server.stop().then(lock.release)) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startServer(
  home: Home,
  binaries: Binaries,
  password: string,
  options: LocalDatabaseOptions,
) {
  let preferred = options.port ?? USUAL_PORT;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(preferred);
    const postmaster = await launch(home, binaries, { ...settingsFor(port), ...options.settings });
    const url = (database: string) => connectionUrl(password, port, database);
    let stopping = false;
    const stop = once(async () => {
      stopping = true;
      await stopServer(postmaster.pid, home, binaries);
      removeStopOnExit();
    });
    const removeStopOnExit = stopOnExit(stop, () => signal(postmaster.pid, 'SIGINT'));
    try {
      if (await accepts(postmaster, url(SUPERUSER))) {
        await ensureDatabase(url(SUPERUSER), options.database);
        void postmaster.ended.then(() => stopping || options.onEnd?.());
        return { url: url(options.database), port, pid: postmaster.pid, stop };
      }
    } catch (error) {
      await stop();
      throw error;
    }
    removeStopOnExit();
    const words = await postmaster.lastWords();
    if (attempt === ATTEMPTS || !worthAnotherTry(words)) throw noStart(home, words);
    // Somebody took the port between our look and the server's: let the system pick the next.
    preferred = 0;
    await sleep(250);
  }
}

function settingsFor(port: number) {
  return { port, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
}

/** Backends of a killed server hold its shared memory for a moment, until they notice. */
function worthAnotherTry(words: string): boolean {
  return /Address already in use|could not create any TCP|pre-existing shared memory/.test(words);
}

/** Wait until the server answers; false if it ended instead. */
async function accepts(postmaster: Postmaster, url: string): Promise<boolean> {
  const deadline = Date.now() + START_MS;
  while (postmaster.isRunning()) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      return true;
    } catch (cause) {
      if (Date.now() > deadline) {
        const words = await postmaster.lastWords();
        throw new LocalDatabaseError('no-start', `PostgreSQL did not get ready:\n${words}`, {
          cause,
        });
      }
      await sleep(30);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function noStart(home: Home, words: string): LocalDatabaseError {
  return new LocalDatabaseError(
    'no-start',
    `PostgreSQL did not start. Its log is ${home.log} and ends with:\n${words}`,
  );
}

function once(act: () => Promise<void>): () => Promise<void> {
  let outcome: Promise<void> | undefined;
  return () => (outcome ??= act());
}
