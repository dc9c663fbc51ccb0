import { fen } from '@app/kernel';
import type {
  AmountBody,
  StockReportRow,
} from '@app/inventory/src/read-models/stock-report/stock-report.row.js';
import type { Figures } from './folded.js';

/** How many lines of the two are not the same, to the fen; what comes to nothing stands in neither. */
export function differences(
  rows: readonly StockReportRow[],
  figures: ReadonlyMap<string, Figures>,
): number {
  const told = new Map(rows.map((row) => [`${row.sku}:${row.place}`, shown(row)]));
  const folded = [...figures].filter(([, each]) => textOf(each) !== textOf(NOTHING));
  const wrong = folded.filter(([key, each]) => told.get(key) !== textOf(each)).length;
  return wrong + Math.abs(told.size - folded.length);
}

const NOTHING: Figures = { opening: [0, 0n], moved: [0, 0n], late: [0, 0n], closing: [0, 0n] };

function shown(row: StockReportRow): string {
  const { opening, late, closing } = row;
  const moved = [
    of(row.in.received),
    ...[row.out.used, row.out.sold, row.out.scrapped].map((out) => negative(of(out))),
  ].reduce<Amount>((sum, each) => [sum[0] + each[0], sum[1] + each[1]], [0, 0n]);
  return textOf({ opening: of(opening), moved, late: of(late), closing: of(closing) });
}

type Amount = readonly [number, bigint];

function of({ quantity, value }: AmountBody): Amount {
  return [Number(quantity), fen(value)];
}

function negative([quantity, worth]: Amount): Amount {
  return [0 - quantity, -worth];
}

function textOf({ opening, moved, late, closing }: Figures): string {
  return [opening, moved, late, closing].flat().join(' ');
}
