import type { ClientBase } from 'pg';
import { tablesOf } from './projection.js';
import type { Shadow } from './shadow.js';
import { layoutOf, type TableLayout } from './table.js';

/** Rows with one fault: how many, and the keys of the first ten; behind their table's name where there are several. */
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
  /** Rows that the read model has in all. */
  readonly stored: number;
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

/** Keys that are named of each fault. */
const NAMED = 10;

/**
 * Compares the tables' rows with the shadow's, within one snapshot; derived columns too, by which
 * people search.
 *
 * @param keys of each table the only rows to look at; default all
 */
export async function compareRows(
  client: ClientBase,
  { projection, tables }: Shadow,
  position: bigint,
  keys?: readonly (readonly string[])[],
): Promise<Comparison> {
  // Both tables are read from end to end, which goes by an index where only folding is planned for.
  if (!keys) await client.query('SET LOCAL enable_seqscan = on');
  const faults: FaultRow[] = [];
  let [rows, stored] = [0, 0];
  for (const [index, layout] of tablesOf(projection).map(layoutOf).entries()) {
    const folded = tables[index]!;
    const found = await client.query<FaultRow>(
      differences(layout, folded, keys !== undefined),
      keys && [keys[index]],
    );
    const label = tables.length > 1 ? `${layout.name}:` : '';
    faults.push(
      ...found.rows.map((each) => ({ ...each, keys: each.keys.map((key) => `${label}${key}`) })),
    );
    rows += await countOf(client, folded);
    stored += await countOf(client, layout.name);
  }
  const of = (fault: Fault): FaultyRows => {
    const found = faults.filter((each) => each.fault === fault);
    return {
      count: found.reduce((sum, { count }) => sum + Number(count), 0),
      keys: found.flatMap((each) => each.keys).slice(0, NAMED),
    };
  };
  return {
    projection: projection.name,
    position,
    rows,
    stored,
    missing: of('missing'),
    differing: of('differing'),
    surplus: of('surplus'),
  };
}

async function countOf(client: ClientBase, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
  return Number(rows[0]!.count);
}

/** By their bytes: `json` knows no equality, and both were written by the same statement. */
function differences(layout: TableLayout, folded: string, some: boolean): string {
  const { name, key, columns, derived } = layout;
  const row = [...columns, ...derived].map((column) => `"${column.name}"`).join(', ');
  const rowsOf = (place: string) => `
    (SELECT "${key.name}" AS key, ROW(${row}) AS row FROM ${place}
     ${some ? `WHERE "${key.name}" = ANY ($1::${key.type}[])` : ''})`;
  return `
    WITH faulty AS MATERIALIZED (
      SELECT coalesce(stored.key, folded.key) AS key,
             CASE WHEN stored.key IS NULL THEN 'missing'
                  WHEN folded.key IS NULL THEN 'surplus' ELSE 'differing' END AS fault
      FROM ${rowsOf(name)} stored FULL JOIN ${rowsOf(folded)} folded ON stored.key = folded.key
      WHERE stored.key IS NULL OR folded.key IS NULL OR stored.row *<> folded.row
    )
    SELECT fault, count(*) AS count,
           ARRAY(SELECT key::text FROM faulty one WHERE one.fault = each.fault
                 ORDER BY key LIMIT ${NAMED}) AS keys
    FROM faulty each GROUP BY fault`;
}
