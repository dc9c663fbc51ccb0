import type { Projection } from './projection.js';

/** The statements of one projection's table, written once and then reused. */
export interface TableSql {
  /** `$1` keys → their rows. */
  readonly load: string;
  /**
   * Moves the checkpoint and writes the rows, or does neither: `$1` to, `$2` lease seconds, `$3`
   * name, `$4` where the checkpoint was stored last, and must stand still, `$5` epoch, `$6` rows
   * → `moved`, 1 or 0. It does not wait for the disk, which the log needs: a crash of the database
   * takes rows and checkpoint back together, so that the next move finds it elsewhere.
   */
  readonly flush: string;
  /** The same where rows are to be removed too: `$7` their keys. */
  readonly flushRemoving: string;
  readonly clear: string;
}

/** The statements for a projection's table. */
export function tableSql<Row extends object>(projection: Projection<Row>): TableSql {
  const { table, key, columns, derivedColumns = [] } = projection;
  const names = [...columns, ...derivedColumns].map(columnName);
  const keyName = columnName(key);
  const replaced = names
    .filter((name) => name !== keyName)
    .map((name) => `${name} = EXCLUDED.${name}`);
  const flush = (removing: string) => `
      WITH moved AS (
        UPDATE read_model.projection
        SET position = $1, moved_at = clock_timestamp(),
            expires_at = clock_timestamp() + make_interval(secs => $2)
        WHERE name = $3 AND position = $4 AND epoch = $5
        RETURNING true
      ), written AS (
        INSERT INTO ${table} (${names.join(', ')})
        SELECT ${names.map((name) => `r.${name}`).join(', ')}
        FROM moved, json_populate_recordset(NULL::${table}, $6::json) r
        ON CONFLICT (${keyName}) DO UPDATE SET ${replaced.join(', ')}
      )${removing}
      SELECT count(*)::int AS moved, set_config('synchronous_commit', 'off', true) FROM moved`;
  return {
    load: `SELECT ${columns.map(columnName).join(', ')} FROM ${table} WHERE ${keyName} = ANY($1::text[])`,
    flush: flush(''),
    flushRemoving: flush(`, removed AS (
        DELETE FROM ${table} USING moved WHERE ${keyName} = ANY($7::text[])
      )`),
    clear: `TRUNCATE ${table}`,
  };
}

/** Rows as `flush` takes them. What PostgreSQL's text cannot hold becomes U+FFFD: a name never stops the board. */
export function rowsAsJson<Row extends object>(
  projection: Projection<Row>,
  rows: readonly Row[],
): string {
  const { columns, derivedColumns = [] } = projection;
  const names = [...columns, ...derivedColumns].map((name) => [name, columnName(name)] as const);
  const records = rows.map((row) => {
    const values: Readonly<Record<string, unknown>> = { ...row, ...projection.derive?.(row) };
    return Object.fromEntries(names.map(([name, column]) => [column, values[name]]));
  });
  const text = JSON.stringify(records);
  const suspect = text.includes('\\u') && UNSTORABLE.test(text);
  return suspect ? JSON.stringify(records, storable) : text;
}

/** What tells the row apart. */
export function keyOf<Row extends object>({ key }: Projection<Row>, row: Row): string {
  return String((row as Readonly<Record<string, unknown>>)[key]);
}

/** A row as `evolve` knows it, of one as the driver gives it. */
export function rowFrom<Row extends object>(
  { columns }: Projection<Row>,
  record: Readonly<Record<string, unknown>>,
): Row {
  return Object.fromEntries(
    columns.map((column) => {
      const value = record[columnName(column)];
      return [column, value instanceof Date ? value.toISOString() : value];
    }),
  ) as Row;
}

function columnName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
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
