import { channel } from 'node:diagnostics_channel';
import { types } from 'node:util';
import type { ClientBase, Connection } from 'pg';

/**
 * SQLSTATEs of a server without room: of disk, memory or what its settings allow (class 53), or whose
 * disk fails (58030). A server without a connection to give (53300) is away instead. Then what the
 * operating system says of a file that could not be written.
 */
const FULL = /^(53(?!300)...|58030|ENOSPC|EDQUOT)$/;

const refusals = channel('service-centre:database-full');

/** Whether an error says that there is no room to write to, or that the disk fails; looks through the wrappers of TypeORM and of the event store. */
export function isDatabaseFull(error: unknown): boolean {
  if (!types.isNativeError(error)) return false;
  if ('code' in error && typeof error.code === 'string' && FULL.test(error.code)) return true;
  return isDatabaseFull('driverError' in error ? error.driverError : error.cause);
}

/**
 * Calls `listener` with the SQLSTATE whenever a database of this thread says that it is full,
 * whoever asked and whatever becomes of the answer; returns how to end that.
 */
export function onDatabaseFull(listener: (code: string) => void): () => void {
  const heard = (code: unknown): void => listener(code as string);
  refusals.subscribe(heard);
  return () => refusals.unsubscribe(heard);
}

/** Tells those who listen in this thread, such as of a database that another thread found full. */
export function publishDatabaseFull(code: string): void {
  refusals.publish(code);
}

/** For the client's own use: passes on what its server says of being full. */
export function reportWhenFull(client: ClientBase & { readonly connection: Connection }): void {
  client.connection.on('errorMessage', ({ code }: { readonly code?: string }) => {
    if (code !== undefined && FULL.test(code)) publishDatabaseFull(code);
  });
}
