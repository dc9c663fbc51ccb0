import { addressOf, OptionUnfit } from '@app/event-store/src/eventstoredb/connection-string.js';
import type {
  Credentials,
  EventStoreDbOptions,
} from '@app/event-store/src/eventstoredb/options.js';
import { EnvironmentError, readSecret, type Environment } from '../environment.js';

/** Which setting each option comes from. */
const SETTINGS = {
  connectionString: 'EVENTSTOREDB_URL',
  caFile: 'EVENTSTOREDB_CA_FILE',
  credentials: 'EVENTSTOREDB_URL or EVENTSTOREDB_CREDENTIALS_FILE',
} as const satisfies Record<OptionUnfit['option'], string>;

/**
 * How EventStoreDB is reached; undefined where the log is in PostgreSQL.
 *
 * @throws EnvironmentError it cannot be reached so, which is known before anybody tries
 */
export function eventStoreDbOf(environment: Environment): EventStoreDbOptions | undefined {
  const { EVENT_STORE, EVENTSTOREDB_URL, EVENTSTOREDB_STREAM_PREFIX } = environment;
  const { EVENTSTOREDB_CA_FILE, EVENTSTOREDB_CREDENTIALS_FILE } = environment;
  if (EVENT_STORE !== 'eventstoredb' || EVENTSTOREDB_URL === undefined) return undefined;
  if (EVENTSTOREDB_CA_FILE !== undefined) readSecret('EVENTSTOREDB_CA_FILE', EVENTSTOREDB_CA_FILE);
  const options = {
    connectionString: EVENTSTOREDB_URL,
    ...(EVENTSTOREDB_STREAM_PREFIX !== undefined && { streamPrefix: EVENTSTOREDB_STREAM_PREFIX }),
    ...(EVENTSTOREDB_CA_FILE !== undefined && { caFile: EVENTSTOREDB_CA_FILE }),
    ...(EVENTSTOREDB_CREDENTIALS_FILE !== undefined && {
      credentials: credentialsIn(EVENTSTOREDB_CREDENTIALS_FILE),
    }),
  };
  refuseUnfit(options);
  return options;
}

function refuseUnfit(options: EventStoreDbOptions): void {
  try {
    addressOf(options);
  } catch (error) {
    if (!(error instanceof OptionUnfit)) throw error;
    throw new EnvironmentError(`${SETTINGS[error.option]}: ${error.message}`, { cause: error });
  }
}

function credentialsIn(file: string): Credentials {
  const text = readSecret('EVENTSTOREDB_CREDENTIALS_FILE', file).toString('utf8').trim();
  const [, username, password] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (username === undefined || password === undefined)
    throw new EnvironmentError('EVENTSTOREDB_CREDENTIALS_FILE must hold user:password');
  return { username, password };
}
