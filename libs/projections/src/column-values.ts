import type { SearchWords } from '@app/privacy';
import type { TableFold } from './projection.js';
import type { ColumnType } from './row.js';
import { searchVector } from './search/bigrams.js';
import { layoutOf } from './table.js';

/** By what rows are found. */
interface Indexed<Row> {
  /** The same rows, with what is sealed in them opened. */
  readonly open: readonly Row[];
  readonly words: SearchWords;
}

/**
 * Rows as `flush` takes them, sealed as they are: for each column, in the order of the table, the array of its values as
 * PostgreSQL writes an array of texts. What PostgreSQL's text cannot hold becomes U+FFFD: a name never
 * stops the board.
 */
export function columnValues<Row extends object>(
  fold: TableFold<Row>,
  rows: readonly Row[],
  { open, words }: Indexed<Row>,
): string[] {
  const { columns, derived } = layoutOf(fold);
  const of = (property: string) => (row: object) =>
    (row as Readonly<Record<string, unknown>>)[property];
  return [
    ...columns.map(({ property, type }) => arrayOf(rows.map(of(property)), textOf(type))),
    ...derived.map(({ of: derive, type }) => {
      const values = open.map((row) => derive(row));
      if (type !== 'tsvector') return arrayOf(values, textOf(type));
      return arrayOf(
        values.map((fields) => searchVector(fields as string[], words)),
        String,
      );
    }),
  ];
}

type Text = (value: NonNullable<unknown>) => string;

function textOf(type: ColumnType): Text {
  if (type === 'json') return json;
  if (type.endsWith('[]')) return (value) => arrayOf(value as readonly unknown[], String);
  return String;
}

function arrayOf(values: readonly unknown[], text: Text): string {
  return `{${values.map((value) => element(value, text)).join(',')}}`;
}

/** Half of a surrogate pair becomes U+FFFD on the way to UTF-8 by itself. */
function element(value: unknown, text: Text): string {
  if (value === null || value === undefined) return 'NULL';
  return `"${text(value).replace(SPECIAL, (character) => (character === '\0' ? '\uFFFD' : `\\${character}`))}"`;
}

const SPECIAL = /["\\\0]/g;

/** NUL and half surrogate pairs as JSON writes them; also what merely looks so, which then stays as it is. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/i;

function json(value: unknown): string {
  const text = JSON.stringify(value);
  return UNSTORABLE.test(text) ? JSON.stringify(value, storable) : text;
}

function storable(_: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(
    /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  );
}
