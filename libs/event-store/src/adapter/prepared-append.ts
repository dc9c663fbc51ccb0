import { isId } from '@app/kernel';
import type { NewEvent } from '../envelope.js';
import { AppendTooLarge, UnstorableAppend } from '../errors.js';
import type { ExpectedVersion, StreamWrite } from '../port.js';
import { toJson } from './to-json.js';

/** Events that one append may hold. */
export const MAX_APPEND_EVENTS = 1_000;

/** Bytes of JSON, in UTF-8, that one append may hold. */
export const MAX_APPEND_BYTES = 4 * 1024 * 1024;

const MAX_NAME_LENGTH = 255;

/** An event as it goes over the wire: its JSON is made once. */
export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly meta: string;
}

export interface PreparedWrite {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly rows: readonly EventRow[];
}

/** An append that is known to be storable; nothing after this can fail for its contents. */
export interface PreparedAppend {
  readonly writes: readonly PreparedWrite[];
  readonly events: number;
  readonly bytes: number;
}

/** The version that a write expects, where it expects a certain one. */
export function exactly(expected: ExpectedVersion): number | undefined {
  if (expected === 'no-stream') return 0;
  return typeof expected === 'number' ? expected : undefined;
}

/** Whether a stream at version `actual` is where the write expects it. */
export function holds(expected: ExpectedVersion, actual: number): boolean {
  if (expected === 'any') return true;
  return expected === 'stream-exists' ? actual > 0 : actual === exactly(expected);
}

/**
 * Checks and serialises an append before it queues.
 *
 * @throws UnstorableAppend
 * @throws AppendTooLarge
 */
export function prepare(writes: readonly StreamWrite[]): PreparedAppend {
  const events = writes.reduce((sum, write) => sum + write.events.length, 0);
  if (events > MAX_APPEND_EVENTS) {
    throw new AppendTooLarge(`${events} events in one append, ${MAX_APPEND_EVENTS} at most`);
  }
  const prepared = writes.map(prepareWrite);
  if (prepared.length > 1)
    refuseTwins(
      prepared.map(({ stream }) => stream),
      'stream',
    );
  if (events > 1)
    refuseTwins(
      prepared.flatMap(({ rows }) => rows.map(({ id }) => id)),
      'event id',
    );
  const bytes = prepared.reduce((sum, { rows }) => sum + rows.reduce(addBytes, 0), 0);
  if (bytes > MAX_APPEND_BYTES) {
    throw new AppendTooLarge(`${bytes} bytes in one append, ${MAX_APPEND_BYTES} at most`);
  }
  return { writes: prepared, events, bytes };
}

function prepareWrite({ stream, expected, events }: StreamWrite): PreparedWrite {
  checkName(stream, 'stream');
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new UnstorableAppend(`${expected} is no version of ${stream}`);
  }
  return { stream, expected, rows: events.map(rowOf) };
}

function rowOf({ id, type, schemaVersion, data, meta }: NewEvent): EventRow {
  if (!isId(id)) throw new UnstorableAppend(`event id ${id} is no UUID`);
  checkName(type, 'event type');
  if (!(Number.isSafeInteger(schemaVersion) && schemaVersion > 0)) {
    throw new UnstorableAppend(`${schemaVersion} is no schema version of ${type}`);
  }
  return { id: id.toLowerCase(), type, schemaVersion, data: toJson(data), meta: toJson(meta) };
}

/** A name that the database would refuse or, being ill-formed UTF-16, would change on the way. */
function checkName(name: string, what: string): void {
  if (name === '' || name.length > MAX_NAME_LENGTH || name.includes('\0') || !name.isWellFormed()) {
    throw new UnstorableAppend(`${JSON.stringify(name.slice(0, 80))} cannot name a ${what}`);
  }
}

function refuseTwins(names: readonly string[], what: string): void {
  if (new Set(names).size < names.length) {
    throw new UnstorableAppend(`the same ${what} twice in one append`);
  }
}

function addBytes(sum: number, { data, meta }: EventRow): number {
  return sum + Buffer.byteLength(data) + Buffer.byteLength(meta);
}
