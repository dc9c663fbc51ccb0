import { shared, streams, type BatchAppendReq } from '@app/internals/src/eventstore-protocol.js';

/** An event on its way to the server, its JSON made already. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata?: string;
}

/** Events to be stored right after `version` of a stream, all or none. */
export interface ProposedAppend {
  readonly stream: string;
  readonly version: number;
  readonly events: readonly ProposedEvent[];
}

/** What came of an append. */
export interface Stored {
  /** Of the stream after it. */
  readonly version: number;
  /** Of its last event in the log; undefined from servers that do not say. */
  readonly position: bigint | undefined;
}

/** Bytes of events in one message; gRPC takes four million at a time of itself. */
const MESSAGE_BYTES = 1024 * 1024;

/**
 * The messages of one append. It names no deadline: the server would take it for a time by its own
 * clock, and refuse everything where the clocks differ. Without one it has its `WriteTimeoutMs`.
 */
export function* requestsFor(
  correlationId: string,
  { stream, version, events }: ProposedAppend,
): Iterable<BatchAppendReq> {
  let [request, bytes] = [begun(correlationId), 0];
  request.setOptions(optionsOf(stream, version));
  for (const event of events) {
    const message = messageOf(event);
    const size = message.getData_asU8().length + message.getCustomMetadata_asU8().length;
    if (bytes > 0 && bytes + size > MESSAGE_BYTES) {
      yield request;
      [request, bytes] = [begun(correlationId), 0];
    }
    request.addProposedMessages(message);
    bytes += size;
  }
  request.setIsFinal(true);
  yield request;
}

function begun(correlationId: string): BatchAppendReq {
  return new streams.BatchAppendReq().setCorrelationId(new shared.UUID().setString(correlationId));
}

function optionsOf(stream: string, version: number): BatchAppendReq.Options {
  const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
  const options = new streams.BatchAppendReq.Options().setStreamIdentifier(identifier);
  return version === 0
    ? options.setNoStream(new shared.Empty())
    : options.setStreamPosition(String(version - 1));
}

function messageOf({ id, type, data, metadata }: ProposedEvent): BatchAppendReq.ProposedMessage {
  const message = new streams.BatchAppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(id))
    .setData(Buffer.from(data));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  return metadata === undefined ? message : message.setCustomMetadata(Buffer.from(metadata));
}
