import { hash, randomFillSync } from 'node:crypto';

/** Randomness for the next ids: asking for it in bulk is far cheaper than id by id. */
const pool = Buffer.alloc(4096);
let unused = pool.length;

const TIME_BYTES = 6;
const TIME_DIGITS = 2 * TIME_BYTES;
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
  return format(bytes.toString('hex'), 7);
}

/** The UUIDv5 (RFC 9562) of `name` within `namespace`: the same two always give the same id. */
export function hashedId(namespace: string, name: string): string {
  return format(digestOf(namespace, name), 5);
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
  const digest = digestOf(namespace, name);
  return format(hexOf(namespace).slice(0, TIME_DIGITS) + digest.slice(TIME_DIGITS), 8);
}

/** Whether the UUID `id` begins with the time when it, or what it is derived from, was made. */
export function beginsWithTime(id: string): boolean {
  return id[VERSION] === '7' || id[VERSION] === '8';
}

/** Whether `text` is a UUID of any version, in lower or upper case. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function hexOf(id: string): string {
  return id.replaceAll('-', '').toLowerCase();
}

/** SHA-1 in hexadecimal digits. */
function digestOf(namespace: string, name: string): string {
  return hash('sha1', Buffer.concat([Buffer.from(hexOf(namespace), 'hex'), Buffer.from(name)]));
}

/** The first 128 bits of hexadecimal digits as a UUID of a version. */
function format(digits: string, version: number): string {
  const variant = ((parseInt(digits[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${version}${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
