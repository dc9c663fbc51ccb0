import { UnstorableAppend } from '../errors.js';

/**
 * The JSON of a value that comes back from it as it was.
 *
 * @throws UnstorableAppend JSON would drop or change it: undefined, NaN, a bigint, a Map, a cycle …
 *   A property that is undefined is left out, as if it had not been set.
 */
export function toJson(value: unknown): string {
  let json: string | undefined;
  try {
    json = JSON.stringify(value);
  } catch (error) {
    throw new UnstorableAppend('JSON cannot hold the event', { cause: error });
  }
  const lost = findLost(value);
  if (lost) throw new UnstorableAppend(`JSON cannot hold the ${typeof lost.value} at "${lost.at}"`);
  return json;
}

interface Lost {
  readonly value: unknown;
  /** JSON Pointer to it. */
  readonly at: string;
}

/** What would not come back as it was. Every append passes here, so nothing is built while all is well. */
function findLost(value: unknown): Lost | undefined {
  if (isScalar(value)) return undefined;
  if (typeof value !== 'object') return { value, at: '' };
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const lost = findLost(value[i]);
      if (lost) return within(i, lost);
    }
  } else if (isRecord(value)) {
    for (const key of Object.keys(value)) {
      const part = value[key];
      const lost = part === undefined ? undefined : findLost(part);
      if (lost) return within(key, lost);
    }
  } else {
    return { value, at: '' };
  }
  return undefined;
}

function within(key: string | number, { value, at }: Lost): Lost {
  return { value, at: `/${key}${at}` };
}

function isScalar(value: unknown): value is string | number | boolean | null {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' || typeof value === 'boolean' || value === null;
}

/** No Date, Map, RegExp or the like: JSON holds something else in their place. */
function isRecord(value: object): value is Record<string, unknown> {
  if (Object.getPrototypeOf(value) === Object.prototype) return true;
  return Object.prototype.toString.call(value) === '[object Object]' && !('toJSON' in value);
}
