import { inThousandths } from './bookkeeping.js';
import { inBooks, type LotAt } from './lot.js';
import type { StockEvent } from './stock.events.js';

/** 1: into the place, −1: out of it. What neither does is not among them. */
export const DIRECTIONS = {
  OpeningStockEntered: 1,
  MaterialReceived: 1,
  MaterialDeclined: 1,
  MaterialTakenIn: 1,
  MaterialTakenBack: 1,
  MaterialUseTakenBack: 1,
  // Below zero where pieces were missing.
  StockAdjusted: 1,
  StockCountUpheld: 1,
  MaterialIssued: -1,
  MaterialReturned: -1,
  MaterialUsed: -1,
  UncoveredUseExplained: -1,
  MaterialSold: -1,
  MaterialScrapped: -1,
} as const satisfies Partial<Record<StockEvent['type'], 1 | -1>>;

export type Movement = Extract<StockEvent, { type: keyof typeof DIRECTIONS }>;

export function isMovement(event: StockEvent): event is Movement {
  return Object.hasOwn(DIRECTIONS, event.type);
}

/** How many thousandths came in, below zero: went out; of a use what was in hand. */
export function changeOf({ type, data }: Movement): number {
  const uncovered = 'uncovered' in data ? (data.uncovered ?? 0) : 0;
  return DIRECTIONS[type] * inThousandths(data.quantity - uncovered);
}

/** How many of each lot came in, or below zero went out; none: it is not kept by lot. */
export function lotChangesOf({ type, data }: Movement): LotAt[] {
  return inBooks(data.lots, DIRECTIONS[type]);
}
