import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalDatabase } from '@app/local-database';

/** A PostgreSQL of a test's own with the settings of a real installation: every commit is on disk. */
export async function durableDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'service-centre-durable-'));
  // For root, PostgreSQL runs under another account, which must get through.
  await chmod(directory, 0o711);
  const database = await startLocalDatabase({ directory, database: 'service_centre', port: 0 });
  return {
    url: database.url,
    async stop() {
      await database.stop();
      for (const place of new Set([directory, database.home])) {
        await rm(place, { recursive: true, force: true });
      }
    },
  };
}
