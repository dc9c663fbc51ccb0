import { chmod, mkdtemp, rm } from 'node:fs/promises';
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
  for (const place of new Set([directory, server?.home])) {
    if (place) await rm(place, { recursive: true, force: true });
  }
}
