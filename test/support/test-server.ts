import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalDatabase, startLocalDatabase } from '@app/local-database';
import { FAULT_VARIABLE, SERVER_VARIABLE, TEMPLATE } from './database.js';

const PREFIX = 'service-centre-tests-';

/** Nothing in a test run needs to outlive a power cut; in all else this is PostgreSQL as shipped. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: 300,
};

let server: LocalDatabase | undefined;
let directory: string | undefined;

/**
 * Start the PostgreSQL of this test run and prepare the template that `testDatabase` clones: an
 * empty database with the project's migrations applied. Workers find it by an environment variable.
 */
export async function startTestServer(): Promise<void> {
  await sweep();
  directory = await mkdtemp(join(tmpdir(), PREFIX));
  // For root, PostgreSQL runs under another account, which must get through.
  await chmod(directory, 0o711);
  server = await startLocalDatabase({ directory, database: TEMPLATE, port: 0, settings: SETTINGS });
  process.env[SERVER_VARIABLE] = server.url;
  try {
    const { migrate } = await import('../../apps/server/src/database/migrate.js');
    await migrate(server.url);
  } catch (error) {
    // Specs that need no database still run; the others fail with this.
    process.env[FAULT_VARIABLE] = error instanceof Error ? error.stack : String(error);
  }
}

/** Stop the server and remove every trace of it. */
export async function stopTestServer(): Promise<void> {
  await server?.stop();
  await remove(directory, server?.home);
}

/**
 * Remove what interrupted runs left, their servers included. Owning a directory is the proof that
 * its run is over; one that is refused belongs to a run beside this one, or to another account.
 */
async function sweep(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const left = join(tmpdir(), name);
    if (await isYoung(left)) continue;
    try {
      const found = await startLocalDatabase({ directory: left, database: TEMPLATE, port: 0 });
      await found.stop();
      await remove(left, found.home);
    } catch {
      continue;
    }
  }
}

/** A run that has just made its directory may not own it yet. */
async function isYoung(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined || Date.now() - found.mtimeMs < 60_000;
}

async function remove(...places: readonly (string | undefined)[]): Promise<void> {
  for (const place of new Set(places)) {
    if (place) await rm(place, { recursive: true, force: true });
  }
}
