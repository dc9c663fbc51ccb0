import { UnstorableAppend } from '../errors.js';

/**
 * The JSON of a value that comes back from it as it was.
 *
 * @throws UnstorableAppend JSON would drop or change it: undefined, NaN, a bigint, a Map, a cycle …
 *   A property that is undefined is left out, as if it had not been set.
 */
export function toJson(value: unknown): string {
  try {
    const json = JSON.stringify(value) as string | undefined;
    check(value, '');
    return json!;
  } catch (error) {
    if (error instanceof UnstorableAppend) throw error;
    throw new UnstorableAppend('JSON cannot hold the event', { cause: error });
  }
}

function check(value: unknown, pointer: string): void {
  if (isScalar(value)) return;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) check(value[i], pointer + '/' + i);
  } else if (typeof value === 'object' && isRecord(value)) {
    for (const key of Object.keys(value)) {
      const part = (value as Record<string, unknown>)[key];
      if (part !== undefined) check(part, pointer + '/' + key);
    }
  } else {
    throw new UnstorableAppend(`JSON cannot hold the ${typeof value} at "${pointer}"`);
  }
}

function isScalar(value: unknown): value is string | number | boolean | null {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' || typeof value === 'boolean' || value === null;
}

/** No Date, Map, RegExp or the like: JSON holds something else in their place. */
function isRecord(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Object]' && !('toJSON' in value);
}
