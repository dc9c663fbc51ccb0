import { hash, randomFillSync } from 'node:crypto';

/** Randomness for the next ids: asking for it in bulk is far cheaper than id by id. */
const pool = Buffer.alloc(4096);
let unused = pool.length;

const TIME_BYTES = 6;
/** Where the text of a UUID says its version. */
const VERSION = 14;

/**
 * A new UUIDv7 (RFC 9562): its first 48 bits are the Unix time in milliseconds, so ids made one
 * after another stand side by side in an index.
 */
export function newId(now: number = Date.now()): string {
  if (unused === pool.length) {
    randomFillSync(pool);
    unused = 0;
  }
  const bytes = Buffer.from(pool.subarray(unused, (unused += 16)));
  bytes.writeUIntBE(now, 0, TIME_BYTES);
  return format(bytes, 7);
}

/** The UUIDv5 (RFC 9562) of `name` within `namespace`: the same two always give the same id. */
export function hashedId(namespace: string, name: string): string {
  return format(digestOf(bytesOf(namespace), name), 5);
}

/**
 * The id of `name` within `namespace`: the same two always give the same id. It names what must not
 * happen twice: the third event of a command, the command of a retried request.
 *
 * As `hashedId`; within a namespace that begins with a time, which is any UUIDv7 and what
 * this made of one, a UUIDv8 that begins with the same 48 bits: ids that come about together then
 * stand side by side in an index, however long the log behind them.
 */
export function derivedId(namespace: string, name: string): string {
  if (!beginsWithTime(namespace)) return hashedId(namespace, name);
  const within = bytesOf(namespace);
  const bytes = digestOf(within, name);
  within.copy(bytes, 0, 0, TIME_BYTES);
  return format(bytes, 8);
}

/** Whether the UUID `id` begins with the time when it, or what it is derived from, was made. */
export function beginsWithTime(id: string): boolean {
  return id[VERSION] === '7' || id[VERSION] === '8';
}

/** Whether `text` is a UUID of any version, in lower or upper case. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function digestOf(namespace: Buffer, name: string): Buffer {
  return hash('sha1', Buffer.concat([namespace, Buffer.from(name)]), 'buffer').subarray(0, 16);
}

function format(bytes: Buffer, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
