import { join } from 'node:path';
import { LocalDatabaseError, runningLocalDatabase, startLocalDatabase } from '@app/local-database';
import { PostgresEventStore } from '@app/event-store/postgres/postgres-event-store.js';
import type { Output } from './output.js';

const DATABASE = 'service_centre';

/** The database that a command works on, for as long as it works. */
export interface Installation {
  readonly url: string;
  /** `DATABASE_URL`, the running service's own database, or one started for the command. */
  readonly from: 'environment' | 'running service' | 'started';
  readonly dataDir: string;
}

/** Which installation the environment names. */
export interface Where {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
}

/**
 * Works on the installation's database. Without `DATABASE_URL` that is the embedded one: the
 * running service's, or one that is started and stopped again when the work is done.
 */
export async function onInstallation<Result>(
  { databaseUrl, dataDir }: Where,
  output: Output,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> {
  if (databaseUrl) return work({ url: databaseUrl, from: 'environment', dataDir });
  const place = { directory: join(dataDir, 'database'), database: DATABASE };
  try {
    const own = await startLocalDatabase({ ...place, log: output.remark });
    return await work({ url: own.url, from: 'started', dataDir }).finally(() => own.stop());
  } catch (error) {
    if (!(error instanceof LocalDatabaseError) || error.fault !== 'in-use') throw error;
    const url = await runningLocalDatabase(place);
    if (!url) throw error;
    return work({ url, from: 'running service', dataDir });
  }
}

/** Works on the installation's log, which a command only reads. */
export function onStore<Result>(
  where: Where,
  output: Output,
  work: (store: PostgresEventStore, installation: Installation) => Promise<Result>,
): Promise<Result> {
  return onInstallation(where, output, async (installation) => {
    const store = await PostgresEventStore.open({
      connectionString: installation.url,
      allowUnsafe: true,
    });
    return work(store, installation).finally(() => store.close());
  });
}
