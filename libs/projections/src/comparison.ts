import type { ClientBase } from 'pg';
import type { Projection } from './projection.js';
import type { Shadow } from './shadow.js';
import { columnName } from './table.js';

/** Rows with one fault: how many, and the keys of the first ten. */
export interface FaultyRows {
  readonly count: number;
  readonly keys: readonly string[];
}

/** What came of comparing a read model's rows with the fold of the log at one position. */
export interface Comparison {
  readonly projection: string;
  readonly position: bigint;
  /** Rows that the log makes, as far as they were looked at. */
  readonly rows: number;
  /** Of these, those that the table has not. */
  readonly missing: FaultyRows;
  /** Those that it has otherwise. */
  readonly differing: FaultyRows;
  /** Rows of the table that the log does not make. */
  readonly surplus: FaultyRows;
}

/**
 * Why a read model could not be compared.
 *
 * - `never-folded`: nobody has led it yet.
 * - `other-version`: another version of the projection built it; the next start builds it anew.
 * - `other-log`: its rows are of another log.
 * - `unsettled`: it was begun anew again and again meanwhile.
 */
export type WhyNotCompared = 'never-folded' | 'other-version' | 'other-log' | 'unsettled';

export interface NotCompared {
  readonly projection: string;
  readonly why: WhyNotCompared;
}

/** Whether every row that was looked at is as the log says. */
export function agrees({ missing, differing, surplus }: Comparison): boolean {
  return missing.count + differing.count + surplus.count === 0;
}

type Fault = 'missing' | 'differing' | 'surplus';

interface FaultRow extends FaultyRows {
  readonly fault: Fault;
}

const NONE: FaultyRows = { count: 0, keys: [] };

/**
 * Compares the table's rows with the shadow's, within one snapshot. Derived columns are left out,
 * since they are made of the others.
 *
 * @param keys the only rows to look at; default all
 */
export async function compareRows<Row extends object>(
  client: ClientBase,
  { projection, table }: Shadow<Row>,
  position: bigint,
  keys?: readonly string[],
): Promise<Comparison> {
  const values = keys ? [keys] : [];
  // Both tables are read from end to end, which goes by an index where only folding is planned for.
  if (!keys) await client.query('SET LOCAL enable_seqscan = on');
  const { rows: faults } = await client.query<FaultRow>(
    differences(projection, table, keys !== undefined),
    values,
  );
  const { rows: counted } = await client.query<{ rows: string }>(
    `SELECT count(*) AS rows FROM ${table}`,
  );
  const of = (fault: Fault): FaultyRows => {
    const found = faults.find((each) => each.fault === fault);
    return found ? { count: Number(found.count), keys: found.keys } : NONE;
  };
  return {
    projection: projection.name,
    position,
    rows: Number(counted[0]!.rows),
    missing: of('missing'),
    differing: of('differing'),
    surplus: of('surplus'),
  };
}

/** By their bytes: `json` knows no equality, and both were written by the same statement. */
function differences<Row extends object>(
  { table, key, columns }: Projection<Row>,
  shadow: string,
  some: boolean,
): string {
  const name = columnName(key);
  const rowsOf = (place: string) => `
    (SELECT ${name} AS key, ROW(${columns.map(columnName).join(', ')}) AS row FROM ${place}
     ${some ? `WHERE ${name} = ANY ($1::text[])` : ''})`;
  return `
    WITH faulty AS MATERIALIZED (
      SELECT coalesce(stored.key, folded.key) AS key,
             CASE WHEN stored.key IS NULL THEN 'missing'
                  WHEN folded.key IS NULL THEN 'surplus' ELSE 'differing' END AS fault
      FROM ${rowsOf(table)} stored FULL JOIN ${rowsOf(shadow)} folded ON stored.key = folded.key
      WHERE stored.key IS NULL OR folded.key IS NULL OR stored.row *<> folded.row
    )
    SELECT fault, count(*) AS count,
           ARRAY(SELECT key FROM faulty one WHERE one.fault = each.fault ORDER BY key LIMIT 10) AS keys
    FROM faulty each GROUP BY fault`;
}
