import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
} from '@eventstore/db-client';
import { ConnectionLost } from '../adapter/connection-lost.js';
import { TOO_LARGE } from './append-answer.js';
import { AppendTooLarge, EventStoreError, LogDamaged, StoreUnfit } from '../errors.js';

/** gRPC codes that arrive without the client's own classes around them. */
const PERMISSION_DENIED = 7;
const UNAUTHENTICATED = 16;

/**
 * What an error of the client means, of reads and appends alike. Whatever says nothing certain is a
 * lost connection, be it raw gRPC, a failed discovery, or a server that is busy or no longer leads.
 */
export function meaningOf(error: unknown): Error {
  if (error instanceof EventStoreError || error instanceof ConnectionLost) return error;
  const cause = error;
  const code = codeOf(error);
  if (error instanceof MaxAppendSizeExceededError) return new AppendTooLarge(TOO_LARGE, { cause });
  if (error instanceof StreamDeletedError)
    return new LogDamaged('a stream was deleted for good', { cause });
  if (error instanceof AccessDeniedError || code === PERMISSION_DENIED || code === UNAUTHENTICATED)
    return new StoreUnfit('EventStoreDB does not let these credentials in', { cause });
  return new ConnectionLost('the connection was lost', { cause });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** What gRPC puts around the reason for which a connection could not be made. */
const AROUND = /^No connection established\. Last error: (?:Error: )?(.*?)\.? Resolution note:/;

/** Why the connection was lost, in one line for people. */
export function reasonOf({ cause, message }: ConnectionLost): string {
  const [line = ''] = (cause instanceof Error ? cause.message : message).split('\n', 1);
  const words = line.replace(/^\d+ [A-Z_]+: /, '');
  return AROUND.exec(words)?.[1] ?? words;
}
