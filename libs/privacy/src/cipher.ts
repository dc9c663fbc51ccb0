import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** AES with a key of 256 bits in Galois/Counter Mode: what was changed does not open. */
const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Bytes of a key. */
export const KEY_BYTES = 32;

/** Random numbers are drawn many at a time, which costs a tenth of drawing each. */
const pool = { bytes: Buffer.alloc(0), at: 0 };

/** Random bytes that nobody else is given; they are to be used, or copied, at once. */
function random(count: number): Buffer {
  if (pool.at + count > pool.bytes.length) Object.assign(pool, { bytes: randomBytes(4096), at: 0 });
  pool.at += count;
  return pool.bytes.subarray(pool.at - count, pool.at);
}

/** A new key. */
export const newKey = (): Buffer => Buffer.from(random(KEY_BYTES));

/** A key in the form in which it is used most quickly, and is not printed by accident. */
export const keyOf = (bytes: Uint8Array): KeyObject => createSecretKey(bytes);

/** Under what something is sealed, and what is told again when it is opened, or it does not open. */
export interface Under {
  readonly key: KeyObject;
  readonly bound: string;
}

/**
 * Encrypts: what goes before it, then nonce, ciphertext and tag.
 *
 * @param before in hexadecimal digits; default: nothing
 */
export function encrypted(clear: Uint8Array | string, { key, bound }: Under, before = ''): Buffer {
  const nonce = random(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(Buffer.from(bound));
  // In this mode all of it comes with the update, and nothing with the end.
  const text = typeof clear === 'string' ? cipher.update(clear, 'utf8') : cipher.update(clear);
  cipher.final();
  const from = before.length / 2;
  const sealed = Buffer.allocUnsafe(from + NONCE + text.length + TAG);
  sealed.write(before, 0, 'hex');
  nonce.copy(sealed, from);
  text.copy(sealed, from + NONCE);
  cipher.getAuthTag().copy(sealed, from + NONCE + text.length);
  return sealed;
}

/** What was encrypted. @throws Error by another key, bound to something else, or changed since */
export function decrypted(sealed: Uint8Array, { key, bound }: Under): Buffer {
  const end = sealed.length - TAG;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(end));
  const clear = decipher.update(sealed.subarray(NONCE, end));
  decipher.final();
  return clear;
}
