import type { handleBidiStreamingCall } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpc from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import anyMessage from 'google-protobuf/google/protobuf/any_pb.js';
import emptyMessage from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Expected } from './expected-version.js';
import type { ProposedEvent } from './log-record.js';
import type { Outcome, Write } from './memory-log.js';
import type { Node } from './node.js';
import { asRefusal } from './refusal.js';
import { expectedIn, nameIn, proposedIn } from './requests.js';
import { takeAppend } from './take-append.js';

interface Batch extends Write {
  readonly events: ProposedEvent[];
}

/** `Streams.BatchAppend`: many appends on one call, each in one message or several, answered by its correlation id. */
export function batchAppend(node: Node): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call) => {
    const open = new Map<string, Batch>();
    const finish = async (request: BatchAppendReq, batch: Batch) => {
      const outcome = await takeAppend(node, call.metadata, batch);
      if (outcome && !call.cancelled) call.write(answerTo(request, batch, outcome));
    };
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()?.getString() ?? '';
      const batch = open.get(id) ?? begun(request);
      batch.events.push(...request.getProposedMessagesList().map(proposedIn));
      open.set(id, batch);
      if (!request.getIsFinal()) return;
      open.delete(id);
      finish(request, batch).catch((error: unknown) => call.emit('error', asRefusal(error)));
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };
}

function begun(request: BatchAppendReq): Batch {
  const options = request.getOptions() ?? new streams.BatchAppendReq.Options();
  const expected = expectedIn({
    hasRevision: () => options.hasStreamPosition(),
    getRevision: () => options.getStreamPosition(),
    hasNoStream: () => options.hasNoStream(),
    hasStreamExists: () => options.hasStreamExists(),
  });
  return { stream: nameIn(options), expected, events: [] };
}

function answerTo(
  request: BatchAppendReq,
  { stream, expected }: Write,
  outcome: Outcome,
): BatchAppendResp {
  const response = new streams.BatchAppendResp();
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  response.setCorrelationId(request.getCorrelationId());
  response.setStreamIdentifier(identifier);
  if (outcome.kind === 'stored') {
    response.setSuccess(success(outcome));
  } else if (outcome.kind === 'wrong') {
    const bytes = wrong(expected, outcome.current).serializeBinary();
    response.setError(failure('WrongExpectedVersion', bytes));
  } else {
    const deleted = new shared.StreamDeleted();
    deleted.setStreamIdentifier(identifier);
    response.setError(failure('StreamDeleted', deleted.serializeBinary()));
  }
  return response;
}

function success({ revision, position }: Extract<Outcome, { kind: 'stored' }>) {
  const message = new streams.BatchAppendResp.Success();
  const place = new shared.AllStreamPosition();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  message.setPosition(place);
  if (revision < 0n) message.setNoStream(new emptyMessage.Empty());
  else message.setCurrentRevision(String(revision));
  return message;
}

function wrong(expected: Expected, current: bigint | null) {
  const message = new shared.WrongExpectedVersion();
  const empty = new emptyMessage.Empty();
  if (current === null) message.setCurrentNoStream(empty);
  else message.setCurrentStreamRevision(String(current));
  if (typeof expected === 'bigint') message.setExpectedStreamPosition(String(expected));
  if (expected === 'any') message.setExpectedAny(empty);
  if (expected === 'no-stream') message.setExpectedNoStream(empty);
  if (expected === 'stream-exists') message.setExpectedStreamExists(empty);
  return message;
}

/** Unlike any other call, this one says in its answers what is wrong. */
function failure(name: string, details: Uint8Array): Status {
  const status = new rpc.Status();
  const packed = new anyMessage.Any();
  packed.pack(details, `event_store.client.${name}`);
  status.setMessage(name);
  status.setDetails(packed);
  return status;
}
