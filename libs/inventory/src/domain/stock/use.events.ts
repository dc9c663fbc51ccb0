import type { DomainEvent, Instant } from '@app/kernel';
import type { Moved } from './moved.js';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** Which entry of a ticket says so. */
interface OfEntry {
  readonly ticket: string;
  readonly visit: number;
  readonly entry: number;
}

/**
 * 消: used on a ticket. `uncovered` of the quantity were used, as was told late, without being in hand:
 * they are a fact, and are worth something once it is explained where they came from. `lots` are those that
 * went out of the hands; `lot` is the one that the entry names.
 */
export type MaterialUsed = DomainEvent<
  'MaterialUsed',
  Moved &
    OfEntry & {
      readonly uncovered?: number;
      readonly lot?: string;
    }
>;
/**
 * Some of what an entry says was used was not, as its correction says: it was in hand all the time, at the
 * value at which it went. Of these, `uncovered` had never been in hand, and come back to nobody.
 */
export type MaterialUseTakenBack = DomainEvent<
  'MaterialUseTakenBack',
  Moved &
    OfEntry & {
      readonly usedAt: Instant;
      readonly uncovered?: number;
    }
>;
/** What had been used uncovered came from what is taken in only now. */
export type UncoveredUseExplained = DomainEvent<
  'UncoveredUseExplained',
  Moved &
    OfEntry & {
      /** Of the entry so many are still uncovered; absent: none. */
      readonly stillUncovered?: number;
    }
>;
export type StockUseEvent = MaterialUsed | MaterialUseTakenBack | UncoveredUseExplained;

const moved: Moved = {
  ...{ sku: 'CAP-35', place: 'main', quantity: 2, value: '24.00' },
  serials: ['SN-1', 'SN-2'],
  lots: [{ lot: 'L-2603', quantity: 2, expires: '2027-03-31' }],
};
const of = { ticket: 'T-1', visit: 1, entry: 1 };

export const useSamples = {
  MaterialUsed: { ...moved, ...of, uncovered: 1, lot: 'L-2603' },
  MaterialUseTakenBack: { ...moved, ...of, usedAt: '2026-03-02T01:00:00.000Z', uncovered: 1 },
  UncoveredUseExplained: { ...moved, ...of, stillUncovered: 1 },
} as const;
