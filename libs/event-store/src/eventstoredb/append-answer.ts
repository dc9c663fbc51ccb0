import type { BatchAppendResp, Status } from '@app/internals/src/eventstore-protocol.js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import { AppendTooLarge, LogDamaged, StoreUnfit } from '../errors.js';
import type { Stored } from './append-request.js';

/**
 * What the server answers to one append; undefined: the stream is at another version.
 *
 * @throws AppendTooLarge @throws LogDamaged @throws StoreUnfit it says that it stored nothing
 * @throws ConnectionLost it says nothing certain: it is busy, or was too slow
 */
export function answerIn(answer: BatchAppendResp): Stored | undefined {
  const error = answer.getError();
  if (error) return refusalIn(error);
  const success = answer.getSuccess();
  if (!success) throw new ConnectionLost('the connection was lost: an answer says nothing');
  const commit = success.getPosition()?.getCommitPosition();
  return {
    version: success.hasCurrentRevision() ? Number(success.getCurrentRevision()) + 1 : 0,
    position: commit === undefined ? undefined : BigInt(commit),
  };
}

function refusalIn(error: Status): undefined {
  const kind = error.getDetails()?.getTypeName().split('.').at(-1);
  const cause = new Error(error.getMessage() || `EventStoreDB answers ${kind}`);
  switch (kind) {
    case 'WrongExpectedVersion':
      return undefined;
    case 'MaximumAppendSizeExceeded':
      throw new AppendTooLarge(TOO_LARGE, { cause });
    case 'StreamDeleted':
      throw new LogDamaged('a stream was deleted for good', { cause });
    case 'AccessDenied':
      throw new StoreUnfit('EventStoreDB does not let these credentials in', { cause });
    default:
      throw new ConnectionLost('the connection was lost', { cause });
  }
}

/** What to do about an append that is larger than the server takes. */
export const TOO_LARGE =
  'the server takes no append so large; EVENTSTORE_MAX_APPEND_SIZE of EventStoreDB is to be 8388608';
