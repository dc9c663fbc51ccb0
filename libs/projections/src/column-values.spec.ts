import { expect, test } from '@jest/globals';
import { nothingSealed } from './sealing.js';
import { columnValues } from './column-values.js';
import type { TableFold } from './projection.js';
import { Column, Key, Table } from './row.js';
import { dataSource, onFreshLog } from './testing/fresh-log.js';

onFreshLog();

@Table('kinds')
class KindsRow {
  @Key('text') readonly id!: string;
  @Column('integer', { nullable: true }) readonly whole!: number | null;
  @Column('bigint', { nullable: true }) readonly large!: string | null;
  @Column('boolean') readonly yes!: boolean;
  @Column('timestamptz', { nullable: true }) readonly at!: string | null;
  @Column('json', { nullable: true }) readonly parts!: object | null;
  @Column('text[]') readonly words!: readonly string[];
  @Column('integer[]') readonly numbers!: readonly number[];
}

const kinds: TableFold<KindsRow> = { row: KindsRow, keysOf: () => [], evolve: (row) => row };
const TYPES = ['text', 'int', 'bigint', 'bool', 'timestamptz', 'json', 'text[]', 'int[]'];
const NOTHING = { whole: null, large: null, yes: false, at: null, parts: null } as const;

/** What PostgreSQL reads of the rows, in its own order of columns. */
async function read(rows: readonly KindsRow[]): Promise<unknown[]> {
  const columns = TYPES.map((type, nth) => `c${nth}::${type}`).join(', ');
  const arrays = TYPES.map((_, nth) => `$${nth + 1}::text[]`).join(', ');
  const names = TYPES.map((_, nth) => `c${nth}`).join(', ');
  const values = columnValues(kinds, rows, { open: rows, words: nothingSealed.words });
  return dataSource.query(`SELECT ${columns} FROM unnest(${arrays}) r (${names})`, values);
}

test('each kind of value comes to the table as it stands in the row', async () => {
  const said = ['NULL', '', 'a, "b" {c}', 'd\\e', "f'g", '换电容\n二'];
  const full: KindsRow = {
    ...{ id: 'a "b" \\ {c}, d', whole: -7, large: '9223372036854775807', yes: true },
    ...{
      at: '2026-03-02T01:00:00.123Z',
      parts: { said, none: null },
      words: said,
      numbers: [1, -2],
    },
  };
  const empty: KindsRow = { ...NOTHING, id: '', words: [], numbers: [] };
  const [first, second] = await read([full, empty]);
  expect(Object.values(first as object)).toEqual([
    ...[full.id, full.whole, full.large, true, new Date(full.at!), full.parts, said, [1, -2]],
  ]);
  expect(Object.values(second as object)).toEqual(['', null, null, false, null, null, [], []]);
});

test('what PostgreSQL cannot hold is replaced, in texts, in lists of them and within JSON', async () => {
  const bad = 'half \uD800, NUL \0, whole 🙂, looks so \\u0000';
  const good = 'half \uFFFD, NUL \uFFFD, whole 🙂, looks so \\u0000';
  const row = { ...NOTHING, id: bad, parts: { bad }, words: [bad], numbers: [] };
  const [only] = await read([row]);
  const [id, , , , , parts, words] = Object.values(only as object) as unknown[];
  expect([id, parts, words]).toEqual([good, { bad: good }, [good]]);
});

test('no rows are empty arrays', () => {
  expect(columnValues(kinds, [], { open: [], words: nothingSealed.words })).toEqual(
    TYPES.map(() => '{}'),
  );
});
