import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { NotFound, NotPossible } from '@app/kernel';
import {
  LocalDatabaseError,
  localDatabaseExists,
  runningLocalDatabase,
  startLocalDatabase,
} from '@app/local-database';
import type { EventStore } from '@app/event-store';
import { isSealed, keptMasterKey } from '../../server/src/keys/master-key-of.js';
import { openStored, openStore, type StoreSettings } from '../../server/src/store/open-store.js';
import { ServiceSettingsOf } from '../../server/src/store/service-settings.js';

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
  /** Default: the one in `dataDir`. */
  readonly masterKey?: Uint8Array;
  /** The log is in EventStoreDB; default: in the database. */
  readonly eventStoreDb?: StoreSettings['eventStoreDb'];
}

/**
 * Works on the installation's database. Without `DATABASE_URL` that is the embedded one: the
 * running service's, or one that is started and stopped again when the work is done.
 *
 * @param make whether an embedded database that is not there is made; default: no
 * @throws NotFound there is none, which a mistyped DATA_DIR causes too
 * @throws NotPossible DATA_DIR is another account's
 */
export async function onInstallation<Result>(
  { databaseUrl, dataDir }: Where,
  work: (installation: Installation) => Promise<Result>,
  { make = false } = {},
): Promise<Result> {
  if (databaseUrl) return work({ url: databaseUrl, from: 'environment', dataDir });
  const place = { directory: join(dataDir, 'database'), database: DATABASE };
  await refuseClosed(join(place.directory, 'cluster'), dataDir);
  if (!make && !(await localDatabaseExists(place.directory))) throw nothingIn(resolve(dataDir));
  try {
    const own = await startLocalDatabase(place);
    return await work({ url: own.url, from: 'started', dataDir }).finally(() => own.stop());
  } catch (error) {
    if (isDenied(error)) throw closed(dataDir);
    if (!isInUse(error)) throw error;
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

/**
 * The log of the installation whose database it is; read only, so it may be where events could be lost.
 *
 * @throws NotFound `no-master-key`: something is sealed in it, and there is nothing to open it with
 */
export async function openLog(databaseUrl: string, where: Where): Promise<EventStore> {
  const store = await openedWith(databaseUrl, where);
  await ServiceSettingsOf.once(store);
  return store;
}

async function openedWith(databaseUrl: string, where: Where): Promise<EventStore> {
  const { dataDir, eventStoreDb } = where;
  const log = { databaseUrl, allowUnsafe: true, ...(eventStoreDb && { eventStoreDb }) };
  const masterKey = where.masterKey ?? (await keptMasterKey(dataDir));
  if (masterKey) return openStore({ ...log, masterKey });
  if (await isSealed(databaseUrl)) throw noMasterKey(dataDir);
  return openStored(log);
}

/** What wraps the installation's keys. @throws NotFound it is neither given nor in the installation's directory */
export async function masterKeyOfInstallation({ dataDir, masterKey }: Where): Promise<Uint8Array> {
  const found = masterKey ?? (await keptMasterKey(dataDir));
  if (!found) throw noMasterKey(dataDir);
  return found;
}

/** What may not be seen would be taken for what is not there. */
async function refuseClosed(file: string, dataDir: string): Promise<void> {
  await stat(file).catch((error: unknown) => {
    if (isDenied(error)) throw closed(dataDir);
  });
}

function isInUse(error: unknown): boolean {
  return error instanceof LocalDatabaseError && error.fault === 'in-use';
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'EACCES';
}

function closed(dataDir: string): NotPossible {
  return new NotPossible('not-allowed', {
    zh: `无权读取 ${resolve(dataDir)}：请以运行服务的账户执行，或检查 DATA_DIR`,
    en: `not allowed to read ${resolve(dataDir)}: run this as the account that runs the service, or see DATA_DIR`,
  });
}

function noMasterKey(dataDir: string): NotFound {
  return new NotFound('no-master-key', {
    zh: `没有主密钥：请以 MASTER_KEY 或 MASTER_KEY_FILE 给出服务所用的主密钥（${resolve(dataDir)} 中没有）`,
    en: `there is no master key: give the service's in MASTER_KEY or MASTER_KEY_FILE (there is none in ${resolve(dataDir)})`,
  });
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
