import { expect, test } from '@jest/globals';
import { csvOf, csvOfPages, csvText, type CsvColumn } from './csv.js';

interface Row {
  readonly name: string;
  readonly points: number;
}
const columns: readonly CsvColumn<Row>[] = [
  { heading: '员工', cell: ({ name }) => csvText(name) },
  { heading: '分数', cell: ({ points }) => String(points) },
];
const rows = [
  { name: '=1+1', points: -9 },
  { name: '何英', points: 3 },
];
const table = '\uFEFF员工,分数\r\n' + "'=1+1,-9\r\n何英,3\r\n";

test('a table has a mark, a heading, and a line for each row', () => {
  expect(csvOf(columns, rows)).toBe(table);
  expect(csvOf(columns, [])).toBe('\uFEFF员工,分数\r\n');
});

test('page by page it is the same table', async () => {
  async function* pages() {
    yield rows.slice(0, 1);
    yield* [[], rows.slice(1)];
  }
  const parts: string[] = [];
  for await (const part of csvOfPages(columns, pages())) parts.push(part);
  expect(parts).toHaveLength(3);
  expect(parts.join('')).toBe(table);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@A1', "'@A1"],
  ['\tx', "'\tx"],
  ['\rx', '"\'\rx"'],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['CAP-35', 'CAP-35'],
])('a cell of text is no formula, and stays one cell: %j', (written, cell) => {
  expect(csvText(written)).toBe(cell);
});
