import type { AmountBody, StockReportRow } from './stock-report.js';

type Column = readonly [heading: string, cell: (row: StockReportRow) => string];

const columns: readonly Column[] = [
  ['物料', ({ sku }) => text(sku)],
  ['库位', ({ place }) => text(place)],
  ...both('期初', ({ opening }) => opening),
  ...both('期初录入', (row) => row.in.entered),
  ...both('进', (row) => row.in.received),
  ...both('转入', (row) => row.in.takenIn),
  ...both('退回在途', (row) => row.in.declined),
  ...both('客户退货', (row) => row.in.takenBack),
  ...both('领用', (row) => row.out.issued),
  ...both('退料', (row) => row.out.returned),
  ...both('消', (row) => row.out.used),
  ...both('销', (row) => row.out.sold),
  ...both('报废', (row) => row.out.scrapped),
  ...both('盘点差异', ({ adjusted }) => adjusted),
  ['价差金额', ({ priceDifference }) => priceDifference.value],
  ...both('补记', ({ late }) => late),
  ...both('期末', ({ closing }) => closing),
];

/** The report as a table that spreadsheets open: UTF-8 with its mark, lines as RFC 4180 has them. */
export function csvOf(rows: readonly StockReportRow[]): string {
  const lines = [
    columns.map(([heading]) => heading),
    ...rows.map((row) => columns.map(([, cell]) => cell(row))),
  ];
  return `\uFEFF${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

/**
 * A cell of text. What a spreadsheet would take for a formula begins with an apostrophe; the report's
 * own numbers are none, whatever their sign.
 */
export function text(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function both(heading: string, of: (row: StockReportRow) => AmountBody): readonly Column[] {
  return [
    [`${heading}数量`, (row) => of(row).quantity],
    [`${heading}金额`, (row) => of(row).value],
  ];
}
