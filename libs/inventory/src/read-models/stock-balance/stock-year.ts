import { localDate, type Instant } from '@app/kernel';
import type { Recorded, TableFold } from '@app/projections';
import { bookedAt, changeBy, sum, type Booked } from './booked.js';
import { StockYearRow } from './stock-balance.row.js';

const MONTHS = 12;

/** Sums of the months of each year: a report opens with that of the month before it, whatever has moved in earlier years. */
export const stockYears: TableFold<StockYearRow, Booked> = {
  row: StockYearRow,
  keysOf: (event) => [idOf(event)],
  evolve(row, event, id) {
    const { sku, place } = event.data;
    const { year, month } = booked(bookedAt(event));
    const change = changeBy(event);
    return {
      ...{ id, sku, place, year },
      thousandths: withChange(row?.thousandths, month, change.thousandths),
      fen: withChange(row?.fen, month, change.fen),
      moved: withMoved(row?.moved, event),
    };
  },
};

function idOf(event: Booked): string {
  const { sku, place } = event.data;
  return `${sku}:${place}:${booked(bookedAt(event)).year}`;
}

const NOTHING: readonly string[] = Array.from({ length: MONTHS }, () => '0');

/** @param month 1 to 12: the sums of it and of those after it have changed */
function withChange(sums: readonly string[] = NOTHING, month: number, change: string): string[] {
  return sums.map((before, index) => (index + 1 < month ? before : sum(before, change)));
}

const NOT_MOVED: readonly string[] = Array.from({ length: MONTHS + 1 }, () => '');

function withMoved(moved: readonly string[] = NOT_MOVED, event: Recorded<Booked>): string[] {
  const { year, month } = booked(bookedAt(event));
  const recorded = recordedIn(event.recordedAt);
  const isLateForYear = recorded.year > year;
  const isLate = isLateForYear || recorded.month > month;
  const change = changeBy(event);
  return moved.map((told, index) => {
    if (index + 1 === month) return plus(told, isLate ? 'late' : event.type, change);
    if (index === MONTHS) return plus(told, isLateForYear ? 'late' : event.type, change);
    return told;
  });
}

/** What each kind comes to, with one change more. */
function plus(told: string, kind: string, change: ReturnType<typeof changeBy>): string {
  const kinds = told === '' ? [] : told.split(',');
  const known = kinds.findIndex((each) => each.startsWith(`${kind} `));
  const [, thousandths, fen] = kinds[known]?.split(' ') ?? [];
  const now = `${kind} ${sum(thousandths, change.thousandths)} ${sum(fen, change.fen)}`;
  return (known < 0 ? [...kinds, now] : kinds.with(known, now)).join(',');
}

interface Month {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

/** The month of the business zone, whose offset from UTC is in whole hours. */
function monthIn(): (at: Instant) => Month {
  // The hour that was asked for last: events follow each other, and what the calendar says is costly.
  let last: { readonly hour: string; readonly is: Month } | undefined;
  return (at) => {
    const hour = at.slice(0, 13);
    if (last?.hour === hour) return last.is;
    const [year, month] = localDate(at).split('-').map(Number);
    last = { hour, is: { year: year!, month: month! } };
    return last.is;
  };
}

const booked = monthIn();
const recordedIn = monthIn();
