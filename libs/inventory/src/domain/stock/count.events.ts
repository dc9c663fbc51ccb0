import type { DomainEvent, Instant, Yuan } from '@app/kernel';
import type { LotOf } from './lot.js';

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
    readonly then?: {
      readonly book: number;
      readonly least: number;
      /** The same of each lot; absent: it is not kept by lot. */
      readonly lots?: readonly { readonly lot: string; readonly book: number; least: number }[];
    };
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
    /** The lots that differed, below zero where some were missing; absent: none did. */
    readonly lots?: readonly LotOf[];
  }
>;
/**
 * A movement that was told after the approval had been made before the count, which saw it already: the
 * count stands, and the adjustment is another one by so much. What is missing still is what the quantities
 * of both leave: the value is that of the movement, by what the place had when it was told, and no measure of it.
 */
export type StockCountUpheld = DomainEvent<
  'StockCountUpheld',
  OfCount & {
    /** Units, against those of the movement. */
    readonly quantity: number;
    readonly value: Yuan;
    /** Of each lot, against those of the movement; absent: it is not kept by lot. */
    readonly lots?: readonly LotOf[];
    /** Type of the movement's event. */
    readonly toldLate: string;
    /** When it happened; before the count. */
    readonly movedAt?: Instant;
    /** By which people know the movement; absent: it has none. */
    readonly slip?: string;
    readonly ticket?: string;
  }
>;
export type StockCountEvent = StockCountNoted | StockAdjusted | StockCountUpheld;

const lots = [{ lot: 'L-2603', quantity: 1, expires: '2027-03-31' }];
const then = { book: 10, least: 4, lots: [{ lot: 'L-2603', book: 10, least: 4 }] };
const of = {
  sku: 'CAP-35',
  place: 'main',
  stocktake: 'ST-1',
  countedAt: '2026-03-07T01:00:00.000Z',
};

export const countSamples = {
  StockCountNoted: { ...of, counter: 'he-jun', then },
  StockAdjusted: { ...of, counted: 9, book: 10, quantity: -1, value: '-12.00', lots },
  StockCountUpheld: {
    ...{ ...of, quantity: 1, value: '12.00', lots, toldLate: 'MaterialIssued' },
    ...{ movedAt: '2026-03-06T01:00:00.000Z', slip: 'S-1', ticket: 'T-1' },
  },
} as const;
