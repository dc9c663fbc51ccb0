import { status, type handleUnaryCall } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from './expected-version.js';
import { refusalOf, type Node } from './node.js';
import { Refusal, streamDeleted } from './refusal.js';
import { expectedIn, nameIn } from './requests.js';

/** `Streams.Delete`: the stream can be written again. */
export function softDelete(node: Node): handleUnaryCall<DeleteReq, DeleteResp> {
  return ({ request, metadata }, callback) => {
    const refusal = refusalOf(node, 'append', metadata) ?? deletion(node, request.getOptions());
    callback(refusal ?? null, new streams.DeleteResp());
  };
}

/** `Streams.Tombstone`: the stream is gone for good. */
export function tombstone(node: Node): handleUnaryCall<TombstoneReq, TombstoneResp> {
  return ({ request, metadata }, callback) => {
    const refusal =
      refusalOf(node, 'append', metadata) ?? deletion(node, request.getOptions(), true);
    callback(refusal ?? null, new streams.TombstoneResp());
  };
}

function deletion(
  { log }: Node,
  options: DeleteReq.Options | TombstoneReq.Options | undefined,
  forGood = false,
): Refusal | undefined {
  if (!options) return undefined;
  const [stream, expected] = [nameIn(options), expectedIn(options)];
  const outcome = log.delete(stream, expected, forGood);
  if (outcome.kind === 'deleted') return streamDeleted(stream);
  return outcome.kind === 'wrong' ? wrongVersion(stream, expected, outcome.current) : undefined;
}

function wrongVersion(stream: string, expected: Expected, current: bigint | null): Refusal {
  const numbers = { any: -2n, 'no-stream': -1n, 'stream-exists': -4n };
  return new Refusal(status.FAILED_PRECONDITION, 'WrongExpectedVersion', {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(typeof expected === 'bigint' ? expected : numbers[expected]),
    'actual-version': String(current ?? ''),
  });
}
