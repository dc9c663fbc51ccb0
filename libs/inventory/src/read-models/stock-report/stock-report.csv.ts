import { csvOf as tableOf, csvText, type CsvColumn } from '@app/http';
import type { AmountBody, StockReportRow } from './stock-report.row.js';

type Column = CsvColumn<StockReportRow>;

const columns: readonly Column[] = [
  { heading: '物料', cell: ({ sku }) => csvText(sku) },
  { heading: '库位', cell: ({ place }) => csvText(place) },
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
  { heading: '价差金额', cell: ({ priceDifference }) => priceDifference.value },
  ...both('补记', ({ late }) => late),
  ...both('期末', ({ closing }) => closing),
];

/** Without it where nothing is uncovered, as the table always was. */
const uncovered: Column = {
  heading: '待说明的使用数量 / uncovered quantity',
  cell: (row) => row.uncovered ?? '0',
};

/** The report as a table that spreadsheets open. */
export function csvOf(rows: readonly StockReportRow[]): string {
  const isUncovered = rows.some((row) => row.uncovered !== undefined);
  return tableOf(isUncovered ? [...columns, uncovered] : columns, rows);
}

function both(heading: string, of: (row: StockReportRow) => AmountBody): readonly Column[] {
  return [
    { heading: `${heading}数量`, cell: (row) => of(row).quantity },
    { heading: `${heading}金额`, cell: (row) => of(row).value },
  ];
}
