import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { badCursor, decodeCursor, type CursorKey } from '@app/http';
import { tableOf, type ColumnType, type RowClass } from '../row.js';

/** In which order a list comes, by a column that no two rows share. */
interface Order {
  readonly column: string;
  readonly type: ColumnType;
  readonly direction: 'ASC' | 'DESC';
  /** What a row's place in it is told by; the cursor is made of it. */
  readonly keyOf: (row: object) => CursorKey;
}

/** @throws TypeError for a column whose values do not come back from a cursor as they were */
export function orderOf(row: RowClass, latest: string | undefined): Order {
  const { key, columns } = tableOf(row);
  const { property, type } = columns.find((each) => each.property === latest) ?? key;
  if (type !== 'text' && type !== 'bigint')
    throw new TypeError(`${row.name} cannot be listed by ${property}`);
  return {
    column: property,
    type,
    direction: latest === undefined ? 'ASC' : 'DESC',
    keyOf: (shown) => [(shown as Record<string, string>)[property]!],
  };
}

/**
 * The rows that are asked for, in their order, after the cursor.
 *
 * @param asked each parameter is taken from the first that has it
 * @throws HttpProblem 400 `bad-cursor` when the cursor is not one of this order's
 */
export function selectionOf<Row extends object>(
  dataSource: DataSource,
  row: RowClass<Row>,
  order: Order,
  asked: readonly object[],
): SelectQueryBuilder<Row> {
  const selection = dataSource.getRepository(row).createQueryBuilder('r');
  const saidOf = (name: string): unknown =>
    (asked as readonly Record<string, unknown>[]).map((each) => each[name]).find(isSaid);
  for (const { property } of tableOf(row).columns) {
    const value = saidOf(property);
    if (value === undefined) continue;
    const condition = Array.isArray(value) ? `= ANY(:${property})` : `= :${property}`;
    selection.andWhere(`r.${property} ${condition}`, { [property]: value });
  }
  const after = saidOf('after') as string | undefined;
  if (after !== undefined) {
    const sign = order.direction === 'ASC' ? '>' : '<';
    selection.andWhere(`r.${order.column} ${sign} :cursor`, { cursor: cursorOf(after, order) });
  }
  return selection.orderBy(`r.${order.column}`, order.direction);
}

function isSaid(value: unknown): boolean {
  return value !== undefined;
}

function cursorOf(after: string, { type }: Order): string {
  const [place] = decodeCursor(after, ['string']) as [string];
  if (type === 'bigint' && !/^\d{1,18}$/.test(place)) throw badCursor();
  return place;
}
