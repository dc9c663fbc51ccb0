/** An event as a client proposes it; the double reads neither data nor metadata of it. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as it stands in the log. */
export interface LogRecord extends ProposedEvent {
  /** Where it begins in the log, in bytes: greater than the one before, and never the next number. */
  readonly position: bigint;
  readonly stream: string;
  /** 0, 1, 2 … in its stream. */
  readonly revision: bigint;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** A record of JSON, as the server writes its own. */
export function jsonRecord(id: string, type: string, data: object): ProposedEvent {
  return {
    id,
    type,
    contentType: 'application/json',
    data: Buffer.from(JSON.stringify(data)),
    metadata: new Uint8Array(),
  };
}

/** What it takes in the log, roughly as the real one frames it. */
export function bytesOf({ type, data, metadata }: ProposedEvent, stream: string): bigint {
  const names = Buffer.byteLength(stream) + Buffer.byteLength(type);
  return BigInt(78 + names + data.length + metadata.length);
}
