import { ERASED } from '@app/kernel';
import { tokenOf, unsealed, type Place, type Token } from './token.js';
import type { PersonKey } from './keyring.js';

/** Keys by their ids; one that is missing was destroyed. */
export type Keys = ReadonlyMap<string, PersonKey>;

/** The ids of the keys by which sealed texts anywhere in a value open. */
export function keysIn(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    const token = tokenOf(value);
    if (token) into.add(token.keyId);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Array.isArray(value) ? value : Object.values(value)) keysIn(each, into);
  }
  return into;
}

/**
 * A value with each sealed text in it opened, and a mark in the place of those whose key is destroyed.
 * What holds none is left as it is, objects of any class too.
 *
 * @throws Error a sealed text was changed
 */
export function opened<Value>(value: Value, keys: Keys): Value {
  return openedIn(value, keys) as Value;
}

function openedIn(value: unknown, keys: Keys): unknown {
  if (typeof value === 'string') {
    const token = tokenOf(value);
    return token ? textOf(token, keys) : value;
  }
  if (Array.isArray(value)) return openedItems(value, keys);
  if (typeof value !== 'object' || value === null) return value;
  let copy: Record<string, unknown> | undefined;
  for (const [name, before] of Object.entries(value)) {
    const after = openedIn(before, keys);
    if (after === before) continue;
    copy ??= Object.assign(Object.create(Object.getPrototypeOf(value) as object), value) as Record<
      string,
      unknown
    >;
    copy[name] = after;
  }
  return copy ?? value;
}

function openedItems(items: readonly unknown[], keys: Keys): readonly unknown[] {
  const after = items.map((each) => openedIn(each, keys));
  return after.some((each, index) => each !== items[index]) ? after : items;
}

/** The text of a token, or the mark of one that is erased. @throws Error it was changed, or belongs elsewhere */
export function textOf(token: Token, keys: Keys, place?: Place): string {
  const found = keys.get(token.keyId);
  return found ? unsealed(token, found.key, place) : ERASED;
}
