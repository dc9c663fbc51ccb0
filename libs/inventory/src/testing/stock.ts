import { fen, fold, yuan, type Yuan } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { stockDecider } from '../domain/stock/stock.decider.js';
import type { StockEvent } from '../domain/stock/stock.events.js';
import { DIRECTIONS, isMovement } from '../domain/stock/movements.js';

const ARTICLES: Partial<Record<StockEvent['type'], readonly string[]>> = {
  OpeningStockEntered: ['R11', 'R15'],
  MaterialReceived: ['R11', 'R15'],
  MaterialTakenBack: ['R11', 'R15'],
  MaterialScrapped: ['R11', 'R15'],
  MaterialSold: ['R15'],
  PriceDifferenceBooked: ['R15'],
  StockCarriedForward: ['R15'],
  StockCountNoted: ['R16'],
  StockAdjusted: ['R15', 'R16'],
  StockCountUpheld: ['R15', 'R16'],
  MaterialReserved: ['B2'],
  ReservationServed: ['B2'],
  ReservationRestored: ['B2'],
  ReservationEnded: ['B2'],
};

export const { given, ask, event } = specify(stockDecider, STOREKEEPER, (type, data) =>
  'article' in data ? [data.article] : (ARTICLES[type] ?? ['R12']),
);

export const sku = 'CAP-35';
export const pieces = { known: { decimals: 0, unit: '只' } };
export const metres = { known: { decimals: 2, unit: '米' } };
export const main = { sku, place: 'main' };
export const hands = { sku, place: 'hands-li-wei' };

/** So many pieces received at eight, at twelve yuan each unless told otherwise. */
export const received = (quantity: number, unitCost: Yuan = '12.00', slip = 'R-1') => {
  const paper = { slip, unitCost, supplier: '华东电子', deliveryNote: 'D-77' };
  const value = yuan(fen(unitCost) * BigInt(quantity));
  return event('MaterialReceived', { ...main, quantity, value, ...paper }, '08:00');
};

/** What has happened, carried forward behind it, as the books are before anybody reads of more than a page of it. */
export function carried(...past: readonly StockEvent[]): readonly StockEvent[] {
  const books = { ...fold(stockDecider, past)!, since: 0 };
  return [...past, event('StockCarriedForward', books, past.at(-1)!.occurredAt)];
}

/** What the movements of a stream are worth together, by a sum and nothing else. */
export function sumOf(events: readonly StockEvent[]): Yuan {
  const values = events.map((each) => {
    if (each.type === 'PriceDifferenceBooked') return fen(each.data.difference);
    return isMovement(each) ? BigInt(DIRECTIONS[each.type]) * fen(each.data.value) : 0n;
  });
  return yuan(values.reduce((sum, each) => sum + each, 0n));
}
