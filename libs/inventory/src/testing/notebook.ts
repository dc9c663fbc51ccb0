import type { Instant } from '@app/kernel';
import type { StockEvent } from '../domain/stock/stock.events.js';

/** An independent model of books: lines of a notebook, and balances counted from the first line each time. */
export interface Line {
  readonly place: string;
  readonly at: Instant;
  readonly change: number;
}

/** The least that there ever was at a place from a moment on; ten minutes past ten counts what came at ten past ten. */
export function leastFrom(lines: readonly Line[], where: string, from: Instant): number {
  const mine = lines.filter((line) => line.place === where);
  const moments = [from, ...mine.map((line) => line.at).filter((when) => when > from)];
  const balances = moments.map((moment) =>
    mine.filter((line) => line.at <= moment).reduce((sum, { change }) => sum + change, 0),
  );
  return Math.min(...balances);
}

const OUT = /^Material(Issued|Returned|Used|Sold|Scrapped)$|Explained$/;
const IN = /^Material(Received|TakenIn|Declined)$/;

export function linesOf(events: readonly StockEvent[]): Line[] {
  return events.flatMap(({ type, data, occurredAt }) => {
    const sign = OUT.test(type) ? -1 : IN.test(type) ? 1 : 0;
    if (sign === 0 || !('quantity' in data)) return [];
    const uncovered = 'uncovered' in data ? Number(data.uncovered ?? 0) : 0;
    return [{ place: data.place, at: occurredAt, change: sign * (data.quantity - uncovered) }];
  });
}
