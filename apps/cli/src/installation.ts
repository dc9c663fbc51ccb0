import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NotFound } from '@app/kernel';
import {
  LocalDatabaseError,
  localDatabaseExists,
  runningLocalDatabase,
  startLocalDatabase,
} from '@app/local-database';
import type { EventStore } from '@app/event-store';
import { openStore, type StoreSettings } from '../../server/src/store/open-store.js';

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
  /** The log is in EventStoreDB; default: in the database. */
  readonly eventStoreDb?: StoreSettings['eventStoreDb'];
}

/**
 * Works on the installation's database. Without `DATABASE_URL` that is the embedded one: the
 * running service's, or one that is started and stopped again when the work is done.
 *
 * @param make whether an embedded database that is not there is made; default: no
 * @throws NotFound there is none, which a mistyped DATA_DIR causes too
 */
export async function onInstallation<Result>(
  { databaseUrl, dataDir }: Where,
  work: (installation: Installation) => Promise<Result>,
  { make = false } = {},
): Promise<Result> {
  if (databaseUrl) return work({ url: databaseUrl, from: 'environment', dataDir });
  const place = { directory: join(dataDir, 'database'), database: DATABASE };
  if (!make && !(await localDatabaseExists(place.directory))) throw nothingIn(resolve(dataDir));
  try {
    const own = await startLocalDatabase(place);
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
  work: (store: EventStore, installation: Installation) => Promise<Result>,
): Promise<Result> {
  return onInstallation(where, async (installation) => {
    const store = await openLog(installation.url, where);
    return work(store, installation).finally(() => store.close());
  });
}

/** The log of the installation whose database it is; read only, so it may be where events could be lost. */
export function openLog(databaseUrl: string, { eventStoreDb }: Where): Promise<EventStore> {
  return openStore({ databaseUrl, allowUnsafe: true, ...(eventStoreDb && { eventStoreDb }) });
}

function nothingIn(dataDir: string): NotFound {
  const demo = join(dataDir, 'demo');
  const hint = existsSync(join(demo, 'database'))
    ? { zh: `；演示的数据在 ${demo}`, en: `; the demo's data is in ${demo}` }
    : { zh: '；npm start 或 migrate 会建立', en: '; npm start or migrate makes one' };
  return new NotFound('no-database', {
    zh: `${dataDir} 中没有数据库，请检查 DATA_DIR${hint.zh}`,
    en: `there is no database in ${dataDir}, see DATA_DIR${hint.en}`,
  });
}
