/**
 * Why the local database is not there:
 * - `in-use`: another live process of this service owns the directory;
 * - `no-binaries`: this platform has no PostgreSQL package, or its programs do not run here;
 * - `not-ours`: files in the way belong to another account;
 * - `ended`: the server ended though nobody here had stopped it;
 * - `no-start`: `initdb` or `postgres` gave up; the message names the log and quotes its end.
 */
export type LocalDatabaseFault = 'ended' | 'in-use' | 'no-binaries' | 'not-ours' | 'no-start';

/** The one error that `startLocalDatabase` throws; its message says what to do. */
export class LocalDatabaseError extends Error {
  override readonly name = 'LocalDatabaseError';

  constructor(
    readonly fault: LocalDatabaseFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
