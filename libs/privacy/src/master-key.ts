import type { KeyObject } from 'node:crypto';
import { decrypted, encrypted, keyOf, KEY_BYTES } from './cipher.js';

/** The master key cannot be what it is to be: it is not the installation's, or no key at all. */
export class MasterKeyUnfit extends Error {
  override readonly name = 'MasterKeyUnfit';
}

/** Wraps the keys of people: without it, what the database holds of them opens nothing. */
export class MasterKey {
  private readonly key: KeyObject;

  /** @throws MasterKeyUnfit it has not 32 bytes */
  constructor(bytes: Uint8Array) {
    if (bytes.length !== KEY_BYTES)
      throw new MasterKeyUnfit(`a master key has ${KEY_BYTES} bytes, and not ${bytes.length}`);
    this.key = keyOf(bytes);
  }

  /** @param of the id of the key: it does not unwrap as another's */
  wrap(key: Uint8Array, of: string): Buffer {
    return encrypted(key, { key: this.key, bound: of });
  }

  /** @throws MasterKeyUnfit it was wrapped by another */
  unwrap(wrapped: Uint8Array, of: string): Buffer {
    try {
      return decrypted(wrapped, { key: this.key, bound: of });
    } catch (cause) {
      throw new MasterKeyUnfit(`the key ${of} is wrapped by another master key`, { cause });
    }
  }
}

/**
 * A master key as it is written in a file or a setting: 64 hexadecimal digits, or base64.
 *
 * @throws MasterKeyUnfit it is neither, or not of 32 bytes; nothing of it is quoted
 */
export function masterKeyFrom(text: string): Uint8Array {
  const written = text.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(written)
    ? Buffer.from(written, 'hex')
    : Buffer.from(written, 'base64');
  if (bytes.length === KEY_BYTES) return new Uint8Array(bytes);
  throw new MasterKeyUnfit(
    'a master key is 32 bytes, written as 64 hexadecimal digits or in base64',
  );
}
