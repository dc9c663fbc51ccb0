import { Matches } from 'class-validator';
import { MayBeAbsent, Text } from '../input/fields.js';
import { WholeNumber } from '../input/whole-number.js';
import { encodeCursor, type CursorKey } from './cursor.js';

/** Items of a page when the caller asks for no number. */
export const DEFAULT_LIMIT = 50;

/** Items of a page at most. */
export const MAX_LIMIT = 200;

/** One page of a list. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  /** Send it as `after` for the next page; null on the last one. */
  readonly next: string | null;
  /** The position that the answer is from; decimal. */
  readonly position: string;
}

/**
 * One page from rows that were read with `limit + 1`, so that one row too many tells of a next page.
 *
 * @param keyOf the sort key of a row, for the cursor
 */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  position: bigint,
  keyOf: (last: Item) => CursorKey,
): PageOf<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { items, next, position: position.toString() };
}

/** How far the read model must have come before it answers. */
export class AsOfQuery {
  /** Wait until the answer takes everything up to this position into account, which an answer has given; default: answer at once. */
  @MayBeAbsent()
  @Matches(/^\d{1,18}$/)
  minPosition?: string;
}

/** Which page of a list. */
export class PageQuery extends AsOfQuery {
  /** The `next` of the page before; default: the first page. */
  @MayBeAbsent()
  @Text({ max: 1000, singleLine: true })
  after?: string;

  /** Items of the page, at most 200; default 50. */
  @MayBeAbsent()
  @WholeNumber({ min: 1, max: MAX_LIMIT })
  limit?: number;
}

/** What a query's parameters ask for, whatever position it waits for. */
export type Filter<Params extends AsOfQuery> = Readonly<Omit<Params, keyof AsOfQuery>>;

/** The position that a query waits for; 0, for which nothing waits, when it names none. */
export function minPositionOf({ minPosition }: AsOfQuery): bigint {
  return BigInt(minPosition ?? 0);
}
