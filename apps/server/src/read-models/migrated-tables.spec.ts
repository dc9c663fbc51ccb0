import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { tablesOf } from '@app/projections';
import { layoutOf } from '@app/projections/src/table.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { projections } from '../declared.js';

interface Column {
  readonly type: string;
  readonly nullable: boolean;
}

interface Made {
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

/** What the migrations have made: the tables of the read models as the database knows them. */
const MADE = `
  SELECT c.oid::regclass::text AS name,
    (SELECT json_agg(a.attname ORDER BY a.attnum)
     FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
    (SELECT json_object_agg(a.attname, json_build_object(
       'type', format_type(a.atttypid, a.atttypmod), 'nullable', NOT a.attnotnull))
     FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
  FROM pg_class c
  WHERE c.relnamespace = 'read_model'::regnamespace AND c.relkind = 'r' AND c.relname <> 'projection'`;

/** How PostgreSQL spells types that have a shorter name. */
const SPELT: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' };

const declared = projections.flatMap(tablesOf).map(layoutOf);

let database: TestDatabase;
const made = new Map<string, Made>();

beforeAll(async () => {
  database = await testDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  for (const { name, ...rest } of (await client.query<Made & { name: string }>(MADE)).rows)
    made.set(name, rest);
  await client.end();
});

afterAll(() => database.drop());

test.each(declared)('$name is made as its row declares it', ({ name, key, columns, derived }) => {
  const all = [...columns, ...derived.map((column) => ({ ...column, nullable: false }))];
  expect(made.get(name)).toEqual({
    key: [key.name],
    columns: Object.fromEntries(
      all.map((column) => [
        column.name,
        { type: SPELT[column.type] ?? column.type, nullable: column.nullable },
      ]),
    ),
  });
});

test('no table is made that nothing declares, and none is declared twice', () => {
  expect(declared.map(({ name }) => name).sort()).toEqual([...made.keys()].sort());
});
