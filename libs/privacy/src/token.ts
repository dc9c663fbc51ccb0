import type { KeyObject } from 'node:crypto';
import type { PersonKey } from './keyring.js';
import { decrypted, encrypted } from './cipher.js';

/**
 * A sealed text as it stands in the log, in read models and wherever either is copied to:
 * `§1:<key>:<field>:<base64url of the event's id, nonce, ciphertext, tag>`. It says itself by which key it
 * opens and where it belongs, so that a copy needs nothing else.
 */
const SEALED = /^§1:([A-Za-z0-9_-]{12}):([A-Za-z0-9.]{1,100}):([A-Za-z0-9_-]{59,})$/;

/** With what every sealed text begins: most texts are told apart by it at once. */
const MARK = '§1:';

const ID_BYTES = 16;

/** A sealed text taken apart. */
export interface Token {
  readonly keyId: string;
  /** The path of the text in its event, and the number of the item where it is one of a list. */
  readonly field: string;
  readonly body: string;
}

/** A sealed text taken apart; undefined for any other text. */
export function tokenOf(text: string): Token | undefined {
  if (!text.startsWith(MARK)) return undefined;
  const [, keyId, field, body] = SEALED.exec(text) ?? [];
  if (keyId === undefined || field === undefined || body === undefined) return undefined;
  return { keyId, field, body };
}

/** Where a text belongs: it does not open anywhere else. */
export interface Place {
  /** The event's id, a UUID. */
  readonly event: string;
  readonly field: string;
}

/** Seals a text of an event under a person's key. */
export function sealed(text: string, { id, key }: PersonKey, { event, field }: Place): string {
  const eventId = event.replaceAll('-', '');
  const body = encrypted(text, { key, bound: eventId + field }, eventId);
  return `${MARK}${id}:${field}:${body.toString('base64url')}`;
}

/**
 * The text that was sealed.
 *
 * @param place where it is read; default: where it says that it belongs
 * @throws Error it is by another key, belongs elsewhere, or was changed
 */
export function unsealed({ field, body }: Token, key: KeyObject, place?: Place): string {
  const bytes = Buffer.from(body, 'base64url');
  const eventId = bytes.toString('hex', 0, ID_BYTES);
  if (place && (place.field !== field || place.event.replaceAll('-', '') !== eventId))
    throw new Error(`the sealed text at ${place.field} of event ${place.event} belongs elsewhere`);
  return decrypted(bytes.subarray(ID_BYTES), { key, bound: eventId + field }).toString('utf8');
}
