import { status, type handleClientStreamingCall, type ServerReadableStream } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from './expected-version.js';
import type { ProposedEvent } from './log-record.js';
import type { Outcome, Write } from './memory-log.js';
import type { Node } from './node.js';
import { asRefusal, Refusal, streamDeleted } from './refusal.js';
import { expectedIn, nameIn, proposedIn } from './requests.js';
import { takeAppend } from './take-append.js';

type Stored = Extract<Outcome, { kind: 'stored' }>;

/** `Streams.Append`: one call for one append. */
export function append(node: Node): handleClientStreamingCall<AppendReq, AppendResp> {
  return (call, callback) => {
    const answer = async () => {
      const write = await received(call);
      const outcome = await takeAppend(node, call.metadata, write);
      if (outcome) callback(null, answerTo(write, outcome));
    };
    answer().catch((error: unknown) => callback(asRefusal(error)));
  };
}

/** @throws Refusal the connection broke before the last message */
async function received(call: ServerReadableStream<AppendReq, AppendResp>): Promise<Write> {
  let [stream, expected]: [string, Expected] = ['', 'any'];
  const events: ProposedEvent[] = [];
  for await (const message of call as AsyncIterable<AppendReq>) {
    const [options, proposed] = [message.getOptions(), message.getProposedMessage()];
    if (options) [stream, expected] = [nameIn(options), expectedIn(options)];
    if (proposed) events.push(proposedIn(proposed));
  }
  if (call.cancelled) throw new Refusal(status.CANCELLED, 'the append did not come in whole');
  return { stream, expected, events };
}

function answerTo({ stream, expected }: Write, outcome: Outcome): AppendResp {
  const response = new streams.AppendResp();
  if (outcome.kind === 'deleted') throw streamDeleted(stream);
  if (outcome.kind === 'stored') response.setSuccess(success(outcome));
  else response.setWrongExpectedVersion(wrong(expected, outcome.current));
  return response;
}

function success({ revision, position }: Stored): AppendResp.Success {
  const message = new streams.AppendResp.Success();
  const place = new streams.AppendResp.Position();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  message.setPosition(place);
  if (revision < 0n) message.setNoStream(new shared.Empty());
  else message.setCurrentRevision(String(revision));
  return message;
}

function wrong(expected: Expected, current: bigint | null): AppendResp.WrongExpectedVersion {
  const message = new streams.AppendResp.WrongExpectedVersion();
  if (current === null) message.setCurrentNoStream(new shared.Empty());
  else message.setCurrentRevision(String(current));
  if (typeof expected === 'bigint') message.setExpectedRevision(String(expected));
  if (expected === 'any') message.setExpectedAny(new shared.Empty());
  if (expected === 'no-stream') message.setExpectedNoStream(new shared.Empty());
  if (expected === 'stream-exists') message.setExpectedStreamExists(new shared.Empty());
  return message;
}
