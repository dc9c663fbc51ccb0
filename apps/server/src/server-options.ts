import type { Instant } from '@app/kernel';
import { PASSWORD_COST } from '@app/identity';
import { EnvironmentError, type LogLevel } from './environment.js';
import type { MailOptions } from './mail/smtp-post.js';
import type { StoreSettings } from './store/open-store.js';

/** What a server is made with. */
export interface ServerOptions extends Omit<StoreSettings, 'masterKey'> {
  /** Default: the one in `dataDir`, which is made there at the first start. */
  readonly masterKey?: Uint8Array;
  /** A PostgreSQL database; it is brought up to date first. */
  readonly databaseUrl: string;
  /** Directory of the installation's own files; default `.data`. */
  readonly dataDir?: string;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: the system chooses a free one. */
  readonly port?: number;
  /** Password of the first user; default: a random one, left in `dataDir`. */
  readonly operatorPassword?: string;
  /** Secret that signs tokens; default: one that is kept in the database. */
  readonly tokenSecret?: Uint8Array;
  /** What hashing a password costs; default, and least without `allowUnsafe`: `PASSWORD_COST`. */
  readonly passwordCost?: number;
  /**
   * When the service's clock begins, on an empty log, to be set forward from then on; for tests and
   * demonstrations. Default: it is the database's, and nobody sets it.
   */
  readonly clock?: Instant;
  /** Where the mails of notices are handed in, by processes that run projections; default: none are sent. */
  readonly mail?: MailOptions;
  /** Default `log`, with a line for each request. */
  readonly logLevel?: LogLevel;
  /** As Express's `trust proxy`; default: no proxy is believed. */
  readonly trustProxy?: string | number;
  /** Whether the API is answered; default true. Health and metrics are in either case. */
  readonly api?: boolean;
  /**
   * Where projections and processes follow the log, and deadlines are worked on: beside the requests
   * on the same thread (`here`), on a thread of their own, which needs the built server (`thread`), or
   * in other processes only (`none`), without which nothing of what is stored becomes visible, and
   * nothing follows by itself. Default `here`.
   */
  readonly projections?: 'here' | 'thread' | 'none';
}

/** The same once the master key is known. */
export interface ReadyOptions extends ServerOptions {
  readonly masterKey: Uint8Array;
}

/** @throws EnvironmentError passwords would be cheap to guess, and this is no test */
export function refuseCheapPasswords({
  passwordCost = PASSWORD_COST,
  allowUnsafe = false,
}: Pick<ServerOptions, 'passwordCost' | 'allowUnsafe'>): void {
  if (passwordCost >= PASSWORD_COST || allowUnsafe) return;
  throw new EnvironmentError(
    `passwordCost is ${passwordCost}, which makes passwords cheap to guess and is for tests only; leave it out for ${PASSWORD_COST}`,
  );
}

/** The directory of the installation's own files. */
export function dataDirOf({ dataDir = '.data' }: Pick<ServerOptions, 'dataDir'>): string {
  return dataDir;
}
