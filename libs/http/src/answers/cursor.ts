import { isCalendarDate } from '../input/query-fields.js';
import { HttpProblem } from '../problems/http-problem.js';

/** The parts of a keyset cursor: the sort key of the last row of a page. */
export type CursorKey = readonly (string | number | null)[];

/** An opaque cursor for the page after `key`. */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The key of a cursor that `encodeCursor` made with `kinds`.
 *
 * @param kinds one per part: `string`, `integer` of 32 bits, `date` of the calendar
 * @throws HttpProblem 400 `bad-cursor` for what was not made here
 */
export function decodeCursor(cursor: string, kinds: readonly (keyof typeof KINDS)[]): CursorKey {
  const key = parse(cursor);
  const fits =
    Array.isArray(key) &&
    key.length === kinds.length &&
    kinds.every((kind, index) => KINDS[kind](key[index])) &&
    encodeCursor(key as CursorKey) === cursor;
  if (fits) return key as CursorKey;
  throw badCursor();
}

/** 400 for a cursor that was not made for the list that it is sent to. */
export function badCursor(): HttpProblem {
  const says = { zh: '翻页游标无效', en: 'the cursor is not one of ours' };
  return new HttpProblem(400, 'bad-cursor', {
    says,
    errors: [{ pointer: '/after', in: 'query', code: 'bad-cursor', says }],
  });
}

/** What the database can compare with; a forged part would else be its error. No key of ours has a NUL. */
const KINDS = {
  string: (part: unknown): boolean => typeof part === 'string' && !part.includes('\0'),
  integer: (part: unknown): boolean => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
  date: isCalendarDate,
} as const;

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
