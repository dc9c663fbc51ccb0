import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalDatabase } from '@app/local-database';
import { keptPort } from './kept-port.js';

/** A PostgreSQL of a test's own with the settings of a real installation: every commit is on disk. */
export interface DurableDatabase {
  readonly url: string;
  /** Where all that it holds is on disk. */
  readonly directory: string;
  /** Kills the server as a power cut does, and starts it again at the same address. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one; what it holds goes with it. */
export async function durableDatabase(): Promise<DurableDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'service-centre-durable-'));
  // For root, PostgreSQL runs under another account, which must get through.
  await chmod(directory, 0o711);
  const start = (port: number) =>
    startLocalDatabase({ directory, database: 'service_centre', port });
  let database = await start(keptPort());
  return {
    url: database.url,
    directory: database.home,
    async crash() {
      const { pid, port } = database;
      process.kill(pid, 'SIGKILL');
      await database.stop();
      database = await start(port);
      if (database.port !== port) throw new Error(`port ${port} was taken meanwhile`);
    },
    async stop() {
      await database.stop();
      for (const place of new Set([directory, database.home])) {
        await rm(place, { recursive: true, force: true });
      }
    },
  };
}
