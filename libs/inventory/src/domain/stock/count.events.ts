import type { DomainEvent, Instant, Yuan } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** Of which stocktake, and when it was counted; a movement in the same second was before the count. */
interface OfCount {
  readonly sku: string;
  readonly place: string;
  readonly stocktake: string;
  readonly countedAt: Instant;
}

/** `counter` has counted there; how many they found stands in the stocktake alone (R16). */
export type StockCountNoted = DomainEvent<
  'StockCountNoted',
  OfCount & {
    readonly counter: string;
    /**
     * Told so late that the books had forgotten that moment: the units that they had then, and the fewest
     * since, as the log has it. Absent: they remember.
     */
    readonly then?: { readonly book: number; readonly least: number };
  }
>;
/** An approved count: `counted` units were there, and `book` by the books, as of the moment of the count. */
export type StockAdjusted = DomainEvent<
  'StockAdjusted',
  OfCount & {
    readonly counted: number;
    readonly book: number;
    /** Units, below zero where some were missing; zero: they were as many. */
    readonly quantity: number;
    readonly value: Yuan;
  }
>;
/**
 * A movement that was told after the approval had been made before the count, which saw it already: the
 * count stands, and the adjustment is another one by so much.
 */
export type StockCountUpheld = DomainEvent<
  'StockCountUpheld',
  OfCount & {
    /** Units, against those of the movement. */
    readonly quantity: number;
    readonly value: Yuan;
    /** Type of the movement's event. */
    readonly toldLate: string;
  }
>;
export type StockCountEvent = StockCountNoted | StockAdjusted | StockCountUpheld;

const of = {
  sku: 'CAP-35',
  place: 'main',
  stocktake: 'ST-1',
  countedAt: '2026-03-07T01:00:00.000Z',
};

export const countSamples = {
  StockCountNoted: { ...of, counter: 'he-jun', then: { book: 10, least: 4 } },
  StockAdjusted: { ...of, counted: 9, book: 10, quantity: -1, value: '-12.00' },
  StockCountUpheld: { ...of, quantity: 1, value: '12.00', toldLate: 'MaterialUsed' },
} as const;
