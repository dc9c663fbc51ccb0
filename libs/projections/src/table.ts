import { tablesOf, type Projection, type TableFold } from './projection.js';
import {
  columnName,
  tableOf,
  type ColumnType,
  type DeclaredColumn,
  type DeclaredTable,
} from './row.js';

/** The statements of one projection, written once and then reused. */
export interface TableSql {
  /** For each table: `$1` keys → their rows. */
  readonly load: readonly string[];
  /**
   * Moves the checkpoint and writes the rows of all tables, or does neither: `$1` to, `$2` lease
   * seconds, `$3` name, `$4` where the checkpoint was stored last, and must stand still, `$5` epoch,
   * `$6` and on: the rows of each table, column by column → `moved`, 1 or 0. It does not wait for the disk, which the
   * log needs: a crash of the database takes rows and checkpoint back together, so that the next
   * move finds it elsewhere.
   */
  readonly flush: string;
  /** The same where rows are to be removed too: behind the rows the keys of each table. */
  readonly flushRemoving: string;
  readonly clear: string;
}

/** A table as it is made: the columns of its rows, and those that are derived from them. */
export interface TableLayout extends DeclaredTable {
  readonly derived: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly of: (row: object) => unknown;
  }[];
}

const layouts = new WeakMap<TableFold, TableLayout>();

/** What a fold declares of its table. @throws TypeError its rows are of no table */
export function layoutOf(fold: TableFold): TableLayout {
  const known = layouts.get(fold);
  if (known) return known;
  const derived = Object.entries(fold.derived ?? {}).map(([property, column]) => ({
    name: columnName(property),
    type: column.type,
    of: (row: object) => column.of(row),
  }));
  const layout = { ...tableOf(fold.row), derived };
  layouts.set(fold, layout);
  return layout;
}

/** Where the rows stand among the values of `flush`. */
const FIRST_ROWS = 6;

/** Where a projection's rows and its checkpoint are. */
export interface Places {
  /** The table of the checkpoints. */
  readonly checkpoints: string;
  /** The table of the rows that the nth table of the projection declares. */
  readonly table: (declared: string, index: number) => string;
}

/** Where those of the running projections are. */
const SERVED: Places = { checkpoints: 'read_model.projection', table: (declared) => declared };

/**
 * The statements for a projection's tables.
 *
 * @param places default: those of the running projections
 */
export function tableSql(projection: Projection, places: Places = SERVED): TableSql {
  const tables = tablesOf(projection)
    .map(layoutOf)
    .map((table, index) => ({ ...table, name: places.table(table.name, index) }));
  const begins = tables.map((_, index) => FIRST_ROWS + widths(tables.slice(0, index)));
  const writing = tables.map((table, index) => written(table, index, begins[index]!));
  const removing = tables.map(removed(FIRST_ROWS + widths(tables)));
  return {
    load: tables.map(
      (table) =>
        `SELECT ${table.columns.map(selected).join(', ')} FROM ${table.name} WHERE ${isAnyOf(table, 1)}`,
    ),
    flush: flush(places, writing),
    flushRemoving: flush(places, [...writing, ...removing]),
    clear: `TRUNCATE ${tables.map(({ name }) => name).join(', ')}`,
  };
}

/** How many columns tables have together. */
function widths(tables: readonly TableLayout[]): number {
  return tables.reduce((sum, { columns, derived }) => sum + columns.length + derived.length, 0);
}

function flush({ checkpoints }: Places, changes: readonly string[]): string {
  return `
      WITH moved AS (
        UPDATE ${checkpoints}
        SET position = $1, moved_at = clock_timestamp(),
            expires_at = clock_timestamp() + make_interval(secs => $2)
        WHERE name = $3 AND position = $4 AND epoch = $5
        RETURNING true
      ), ${changes.join(', ')}
      SELECT count(*)::int AS moved, set_config('synchronous_commit', 'off', true) FROM moved`;
}

/** The values of a column come as one array of texts, which is read several times as fast as rows of JSON. */
function written(table: TableLayout, index: number, firstColumn: number): string {
  const { name, key } = table;
  const columns = [...table.columns, ...table.derived];
  const names = columns.map(quoted);
  const replaced = names
    .filter((column) => column !== quoted(key))
    .map((column) => `${column} = EXCLUDED.${column}`);
  return `written_${index} AS (
        INSERT INTO ${name} (${names.join(', ')})
        SELECT ${columns.map((column) => `r.${quoted(column)}::${column.type}`).join(', ')}
        FROM moved,
          unnest(${names.map((_, nth) => `$${firstColumn + nth}::text[]`).join(', ')})
          AS r (${names.join(', ')})
        ON CONFLICT (${quoted(key)}) DO UPDATE SET ${replaced.join(', ')}
      )`;
}

function removed(firstKeys: number): (table: TableLayout, index: number) => string {
  return (table, index) => `removed_${index} AS (
        DELETE FROM ${table.name} USING moved WHERE ${isAnyOf(table, firstKeys + index)}
      )`;
}

function isAnyOf({ key }: TableLayout, parameter: number): string {
  return `${quoted(key)} = ANY($${parameter}::${key.type}[])`;
}

/** The driver makes a moment of a date, in whatever zone it runs. */
function selected(column: DeclaredColumn): string {
  const name = quoted(column);
  return column.type === 'date' ? `${name}::text AS ${name}` : name;
}

/** So that a column may be named as a word of SQL. */
function quoted({ name }: Pick<DeclaredColumn, 'name'>): string {
  return `"${name}"`;
}

/** What tells the row apart. */
export function keyOf<Row extends object>(fold: TableFold<Row>, row: Row): string {
  return String((row as Readonly<Record<string, unknown>>)[layoutOf(fold).key.property]);
}

/** A row as `evolve` knows it, of one as the driver gives it. */
export function rowFrom(fold: TableFold, record: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    layoutOf(fold).columns.map(({ property, name }) => {
      const value = record[name];
      return [property, value instanceof Date ? value.toISOString() : value];
    }),
  );
}
