/** A column of a table: its heading, and what stands in it. */
export interface CsvColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string;
}

/** The table as spreadsheets open it: UTF-8 with its mark, lines as RFC 4180 has them. */
export function csvOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  return `${headOf(columns)}${linesOf(columns, rows)}`;
}

/** The same bit by bit, for a table of any length. */
export async function* csvOfPages<Row>(
  columns: readonly CsvColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield headOf(columns);
  for await (const rows of pages) if (rows.length > 0) yield linesOf(columns, rows);
}

function headOf<Row>(columns: readonly CsvColumn<Row>[]): string {
  return `\uFEFF${columns.map(({ heading }) => heading).join(',')}\r\n`;
}

function linesOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => `${columns.map(({ cell }) => cell(row)).join(',')}\r\n`).join('');
}

/**
 * A cell of text. What a spreadsheet would take for a formula begins with an apostrophe; numbers of the
 * program's own are none, whatever their sign, and do not come through here.
 */
export function csvText(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
