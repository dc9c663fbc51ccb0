import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES with a key of 256 bits in Galois/Counter Mode: what was changed does not open. */
const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Bytes of a key. */
export const KEY_BYTES = 32;

/** A new key, or a nonce: nobody can guess it. */
export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** Random numbers are drawn many at a time, which costs a tenth of drawing each. */
const pool = { bytes: Buffer.alloc(0), at: 0 };

function nonce(): Buffer {
  if (pool.at + NONCE > pool.bytes.length) Object.assign(pool, { bytes: randomBytes(4096), at: 0 });
  pool.at += NONCE;
  return pool.bytes.subarray(pool.at - NONCE, pool.at);
}

/**
 * Encrypts under a key: nonce, ciphertext and tag.
 *
 * @param bound what is told again when it is opened, or it does not open
 */
export function encrypted(clear: Uint8Array | string, key: Uint8Array, bound: Uint8Array): Buffer {
  const used = nonce();
  const cipher = createCipheriv(ALGORITHM, key, used);
  cipher.setAAD(bound);
  const text = typeof clear === 'string' ? cipher.update(clear, 'utf8') : cipher.update(clear);
  const rest = cipher.final();
  return Buffer.concat([used, text, rest, cipher.getAuthTag()]);
}

/** What was encrypted. @throws Error by another key, bound to something else, or changed since */
export function decrypted(sealed: Uint8Array, key: Uint8Array, bound: Uint8Array): Buffer {
  const end = sealed.length - TAG;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE));
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, end)), decipher.final()]);
}
