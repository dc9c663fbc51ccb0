import { searchVector } from './search/bigrams.js';
import type { SearchWords } from '@app/privacy';
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
   * `$6` and on: the rows of each table → `moved`, 1 or 0. It does not wait for the disk, which the
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
  const removing = tables.map(removed(FIRST_ROWS + tables.length));
  return {
    load: tables.map(
      (table) =>
        `SELECT ${table.columns.map(selected).join(', ')} FROM ${table.name} WHERE ${isAnyOf(table, 1)}`,
    ),
    flush: flush(places, tables.map(written)),
    flushRemoving: flush(places, [...tables.map(written), ...removing]),
    clear: `TRUNCATE ${tables.map(({ name }) => name).join(', ')}`,
  };
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

function written({ name, key, columns, derived }: TableLayout, index: number): string {
  const names = [...columns, ...derived].map(quoted);
  const replaced = names
    .filter((column) => column !== quoted(key))
    .map((column) => `${column} = EXCLUDED.${column}`);
  return `written_${index} AS (
        INSERT INTO ${name} (${names.join(', ')})
        SELECT ${names.map((column) => `r.${column}`).join(', ')}
        FROM moved, json_populate_recordset(NULL::${name}, $${FIRST_ROWS + index}::json) r
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

/** By what rows are found. */
interface Indexed<Row> {
  /** The same rows, with what is sealed in them opened. */
  readonly open: readonly Row[];
  readonly words: SearchWords;
}

/** Rows as `flush` takes them, sealed as they are. What PostgreSQL's text cannot hold becomes U+FFFD: a name never stops the board. */
export function rowsAsJson<Row extends object>(
  fold: TableFold<Row>,
  rows: readonly Row[],
  { open, words }: Indexed<Row>,
): string {
  const { columns, derived } = layoutOf(fold);
  const records = rows.map((row, index) => {
    const values = row as Readonly<Record<string, unknown>>;
    return Object.fromEntries([
      ...columns.map(({ name, property }) => [name, values[property]] as const),
      ...derived.map(({ name, type, of }) => {
        const value = of(open[index]!);
        return [
          name,
          type === 'tsvector' ? searchVector(value as string[], words) : value,
        ] as const;
      }),
    ]);
  });
  const text = JSON.stringify(records);
  const suspect = text.includes('\\u') && UNSTORABLE.test(text);
  return suspect ? JSON.stringify(records, storable) : text;
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

/** NUL and half surrogate pairs as JSON writes them; also what merely looks so, which then stays as it is. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/i;

function storable(_: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(
    /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  );
}
