import { StoreUnfit } from '@app/event-store';
import { MasterKeyUnfit } from '@app/privacy';
import { OtherLog } from '@app/projections';
import { LocalDatabaseError } from '@app/local-database';
import { EnvironmentError } from './environment.js';

/** Faults of the operating system or PostgreSQL that are the installation's, not the program's. */
const OUTSIDE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the address is taken; choose another with PORT and HOST',
  EADDRNOTAVAIL: 'this machine has no such address; see HOST',
  EACCES: 'not allowed to use that port or directory; see PORT and DATA_DIR',
  ECONNREFUSED: 'no PostgreSQL answers at DATABASE_URL',
  ENOTFOUND: 'the host in DATABASE_URL is not known',
  ENOSPC: 'the disk has no room left; see DATA_DIR',
  '53100': 'the disk of the database has no room left; see DATABASE_URL or DATA_DIR',
  '28P01': 'PostgreSQL does not accept the user or password in DATABASE_URL',
  '28000': 'PostgreSQL does not let that user in; see DATABASE_URL',
  '3D000': 'the database in DATABASE_URL does not exist',
};

/**
 * Why the service does not start, for its operator: one line where the cause lies outside of the
 * program, with the stack where it does not.
 */
export function startFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (
    error instanceof EnvironmentError ||
    error instanceof LocalDatabaseError ||
    error instanceof StoreUnfit ||
    error instanceof MasterKeyUnfit
  ) {
    return error.message;
  }
  if (error instanceof OtherLog) {
    return `${error.message}: see EVENT_STORE and EVENTSTOREDB_STREAM_PREFIX, or rebuild each projection from this log`;
  }
  const hint = OUTSIDE[codeOf(error)];
  return hint === undefined ? (error.stack ?? error.message) : `${hint} (${detailOf(error)})`;
}

/** Of several addresses that were tried, the first one's error tells enough. */
function firstOf(error: Error): Error {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first : error;
}

function codeOf(error: Error): string {
  const { code } = firstOf(error) as NodeJS.ErrnoException;
  return code ?? '';
}

function detailOf(error: Error): string {
  return firstOf(error).message.split('\n', 1)[0]!;
}
