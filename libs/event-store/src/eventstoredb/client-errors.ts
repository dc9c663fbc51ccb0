import { status, type ServiceError } from '@grpc/grpc-js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import { EventStoreError, LogDamaged, StoreUnfit } from '../errors.js';

/** What the server puts beside the status of a call that it refuses. */
interface Trailers {
  get(key: string): readonly unknown[];
}

/**
 * What an error of gRPC means, of reads and appends alike. Whatever says nothing certain is a lost
 * connection, be it raw gRPC, a failed discovery, or a server that is busy or no longer leads.
 */
export function meaningOf(error: unknown): Error {
  if (error instanceof EventStoreError || error instanceof ConnectionLost) return error;
  const cause = error;
  const { code, metadata } = partsOf(error);
  if (metadata?.get('exception').includes('stream-deleted'))
    return new LogDamaged('a stream was deleted for good', { cause });
  if (code === status.PERMISSION_DENIED || code === status.UNAUTHENTICATED)
    return new StoreUnfit('EventStoreDB does not let these credentials in', { cause });
  return new ConnectionLost('the connection was lost', { cause });
}

function partsOf(error: unknown): { readonly code?: unknown; readonly metadata?: Trailers } {
  return error instanceof Error ? (error as Partial<ServiceError>) : {};
}

/** What gRPC puts around the reason for which a connection could not be made. */
const AROUND = /^No connection established\. Last error: (?:Error: )?(.*?)\.? Resolution note:/;

/** Why the connection was lost, in one line for people. */
export function reasonOf({ cause, message }: ConnectionLost): string {
  const [line = ''] = (cause instanceof Error ? cause.message : message).split('\n', 1);
  const words = line.replace(/^\d+ [A-Z_]+: /, '');
  return AROUND.exec(words)?.[1] ?? words;
}
