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
import { asRefusal, type Refusal } from './refusal.js';
import { expectedIn, nameIn, proposedIn } from './requests.js';
import { takeAppend } from './take-append.js';

const TOO_LARGE = 'MaximumAppendSizeExceeded';

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
      node.called.push('append');
      finish(request, batch).catch((error: unknown) => {
        const refusal = asRefusal(error);
        if (!isOfOneAppend(refusal)) return call.emit('error', refusal);
        return call.write(refused(request, batch, TOO_LARGE, tooLarge(refusal)));
      });
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
  if (outcome.kind === 'stored') return addressed(request, stream).setSuccess(success(outcome));
  if (outcome.kind === 'wrong')
    return refused(request, { stream }, 'WrongExpectedVersion', wrong(expected, outcome.current));
  const deleted = new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream));
  return refused(request, { stream }, 'StreamDeleted', deleted);
}

function addressed(request: BatchAppendReq, stream: string): BatchAppendResp {
  return new streams.BatchAppendResp()
    .setCorrelationId(request.getCorrelationId())
    .setStreamIdentifier(identifierOf(stream));
}

function refused(
  request: BatchAppendReq,
  { stream }: Pick<Write, 'stream'>,
  name: string,
  details: { serializeBinary(): Uint8Array },
): BatchAppendResp {
  return addressed(request, stream).setError(failure(name, details.serializeBinary()));
}

function identifierOf(stream: string) {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
}

/** Of all refusals only this one is told to its append alone, as the server does; the others end the call. */
function isOfOneAppend({ metadata }: Refusal): boolean {
  return metadata.get('exception').includes('maximum-append-size-exceeded');
}

function tooLarge({ metadata }: Refusal) {
  const [maximum] = metadata.get('maximum-append-size');
  return new shared.MaximumAppendSizeExceeded().setMaxappendsize(Number(maximum));
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
