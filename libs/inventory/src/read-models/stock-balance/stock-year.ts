import { localDate, type Instant } from '@app/kernel';
import type { TableFold } from '@app/projections';
import { bookedAt, changeBy, sum, type Booked } from './booked.js';
import { StockYearRow } from './stock-balance.row.js';

const MONTHS = 12;

/** Sums of the months of each year: a report opens with that of the month before it, whatever has moved in earlier years. */
export const stockYears: TableFold<StockYearRow, Booked> = {
  row: StockYearRow,
  keysOf: (event) => [idOf(event)],
  evolve(row, event, id) {
    const { sku, place } = event.data;
    const { year, month } = monthOf(bookedAt(event));
    const change = changeBy(event);
    return {
      ...{ id, sku, place, year },
      thousandths: withChange(row?.thousandths, month, change.thousandths),
      fen: withChange(row?.fen, month, change.fen),
    };
  },
};

function idOf(event: Booked): string {
  const { sku, place } = event.data;
  return `${sku}:${place}:${monthOf(bookedAt(event)).year}`;
}

const NOTHING: readonly string[] = Array.from({ length: MONTHS }, () => '0');

/** @param month 1 to 12: the sums of it and of those after it have changed */
function withChange(sums: readonly string[] = NOTHING, month: number, change: string): string[] {
  return sums.map((before, index) => (index + 1 < month ? before : sum(before, change)));
}

interface Month {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

/** The hour that was asked for last: events follow each other, and what the calendar says is costly. */
let last: { readonly hour: string; readonly is: Month } | undefined;

/** The month of the business zone, whose offset from UTC is in whole hours. */
function monthOf(at: Instant): Month {
  const hour = at.slice(0, 13);
  if (last?.hour === hour) return last.is;
  const [year, month] = localDate(at).split('-').map(Number);
  last = { hour, is: { year: year!, month: month! } };
  return last.is;
}
