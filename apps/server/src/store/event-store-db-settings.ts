import type { Credentials, EventStoreDbOptions } from '@app/event-store/eventstoredb/options.js';
import { EnvironmentError, readSecret, type Environment } from '../environment.js';

/** How EventStoreDB is reached; undefined where the log is in PostgreSQL. @throws EnvironmentError */
export function eventStoreDbOf(environment: Environment): EventStoreDbOptions | undefined {
  const { EVENT_STORE, EVENTSTOREDB_URL, EVENTSTOREDB_STREAM_PREFIX } = environment;
  const { EVENTSTOREDB_CA_FILE, EVENTSTOREDB_CREDENTIALS_FILE } = environment;
  if (EVENT_STORE !== 'eventstoredb' || EVENTSTOREDB_URL === undefined) return undefined;
  if (EVENTSTOREDB_CA_FILE !== undefined) readSecret('EVENTSTOREDB_CA_FILE', EVENTSTOREDB_CA_FILE);
  return {
    connectionString: EVENTSTOREDB_URL,
    ...(EVENTSTOREDB_STREAM_PREFIX !== undefined && { streamPrefix: EVENTSTOREDB_STREAM_PREFIX }),
    ...(EVENTSTOREDB_CA_FILE !== undefined && { caFile: EVENTSTOREDB_CA_FILE }),
    ...(EVENTSTOREDB_CREDENTIALS_FILE !== undefined && {
      credentials: credentialsIn(EVENTSTOREDB_CREDENTIALS_FILE),
    }),
  };
}

function credentialsIn(file: string): Credentials {
  const text = readSecret('EVENTSTOREDB_CREDENTIALS_FILE', file).toString('utf8').trim();
  const [, username, password] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (username === undefined || password === undefined)
    throw new EnvironmentError('EVENTSTOREDB_CREDENTIALS_FILE must hold user:password');
  return { username, password };
}
