import type { ReadResp } from '@app/internals/src/eventstore-protocol.js';

/** An event as the server holds it, whosoever it is. */
export interface LoggedEvent {
  /** By which the server knows it. */
  readonly id: string;
  readonly streamId: string;
  /** Its place in the stream, from 0. */
  readonly revision: number;
  readonly type: string;
  readonly created: Date;
  /** What its JSON says; undefined when it is none. */
  readonly data: unknown;
  readonly metadata: unknown;
  /** Where it stands in the log. */
  readonly position: bigint;
}

/** The protocol counts time in these. */
const TICKS_PER_MILLISECOND = 10_000n;

/** The event in an answer to a read, if there is one in it. */
export function eventIn(answer: ReadResp): LoggedEvent | undefined {
  const event = answer.getEvent()?.getEvent();
  if (!event) return undefined;
  const told = event.getMetadataMap();
  const created = BigInt(told.get('created') ?? 0) / TICKS_PER_MILLISECOND;
  return {
    id: event.getId()?.getString() ?? '',
    streamId: textOf(event.getStreamIdentifier()?.getStreamName_asU8()),
    revision: Number(event.getStreamRevision()),
    type: told.get('type') ?? '',
    created: new Date(Number(created)),
    data: parsed(event.getData_asU8()),
    metadata: parsed(event.getCustomMetadata_asU8()),
    position: BigInt(event.getCommitPosition()),
  };
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes ? viewOf(bytes).toString() : '';
}

/** Others may write what is no JSON. */
function parsed(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(viewOf(bytes).toString());
  } catch {
    return undefined;
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
