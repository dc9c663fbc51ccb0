import type { Instant } from '@app/kernel';
import { lastOf } from './bookkeeping.js';
import type { LotAt } from './lot.js';
import type { Thousandths } from './quantity.js';
import type { StockAdjusted, StockCountNoted } from './count.events.js';

/** A count that is not approved yet, with what the books say of its moment by all that is known now. */
export interface OpenCount {
  readonly stocktake: string;
  /** The employee who counted; of each the last count of a stocktake is kept. */
  readonly counter: string;
  readonly countedAt: Instant;
  readonly book: Thousandths;
  /** No more than the fewest that there have been since: what was counted less than that leaves some. */
  readonly least: Thousandths;
  /** The same of each lot; absent: it is not kept by lot. */
  readonly lots?: readonly CountedLot[];
}

/** What the books say of a lot at the moment of a count. */
export interface CountedLot {
  readonly lot: string;
  readonly book: Thousandths;
  readonly least: Thousandths;
}

/** A count that was approved: what was before it is known to have led to what was counted. */
export interface ApprovedCount {
  readonly stocktake: string;
  readonly countedAt: Instant;
}

/** What the books of a material at a place keep of counts; absent: there was none. */
export interface WithCounts {
  /** Those that wait for approval. */
  readonly counts?: readonly OpenCount[];
  /** The last that were approved. */
  readonly approved?: readonly ApprovedCount[];
}

/** Counts of one material at one place that wait for approval at most; older ones have to be made again. */
const OPEN_COUNTS = 20;

/** The last moment that is before a count: what was in the same second was before it (DOMAIN, decided). */
export function lastBefore(countedAt: Instant): Instant {
  return `${countedAt.slice(0, 19)}.999Z`;
}

/** The earliest approved count that a movement of that moment was before; undefined: there was none since. */
export function countAfter({ approved = [] }: WithCounts, at: Instant): ApprovedCount | undefined {
  const after = approved.filter(({ countedAt }) => at <= lastBefore(countedAt));
  return after.toSorted((a, b) => (a.countedAt < b.countedAt ? -1 : 1))[0];
}

/** The last moment that is before the latest approved count of before an instant; undefined: there was none. */
export function seenBefore({ approved = [] }: WithCounts, at: Instant): Instant | undefined {
  const walls = approved.map(({ countedAt }) => lastBefore(countedAt)).filter((wall) => wall < at);
  return walls.toSorted().at(-1);
}

/** The count of a stocktake by one of its counters. */
export function openCountOf(
  stock: WithCounts | undefined,
  stocktake: string,
  counter: string,
): OpenCount | undefined {
  return stock?.counts?.find((count) => count.stocktake === stocktake && count.counter === counter);
}

/** With a count more; `book` and `least` are as of its moment. */
export function countNoted(
  { counts = [] }: WithCounts,
  { stocktake, counter, countedAt }: StockCountNoted['data'],
  then: Pick<OpenCount, 'book' | 'least' | 'lots'>,
): WithCounts {
  const others = counts.filter(
    (count) => count.stocktake !== stocktake || count.counter !== counter,
  );
  return {
    counts: [...others, { stocktake, counter, countedAt, ...then }].slice(-OPEN_COUNTS),
  };
}

/** The counts of the stocktake are over, and the one that was approved is remembered. */
export function countApproved(
  { counts = [], approved = [] }: WithCounts,
  { stocktake, countedAt }: StockAdjusted['data'],
): WithCounts {
  return {
    counts: counts.filter((count) => count.stocktake !== stocktake),
    approved: lastOf(approved, { stocktake, countedAt }),
  };
}

/** What there is now, of all or of a lot, and by when anything of it happened. */
interface Now {
  readonly latest: Instant;
  readonly thousandths: Thousandths;
  readonly lots?: readonly LotAt[];
}

/** When something moved, and by how much. */
interface Change {
  readonly at: Instant;
  readonly change: Thousandths;
  readonly lots?: readonly LotAt[];
}

/** Open counts, after a movement that is told now. */
export function countsAfter({ counts, ...now }: WithCounts & Now, movement: Change): WithCounts {
  if (!counts) return {};
  return {
    counts: counts.map((count) => {
      const lots = lotsOfCount(count, now, movement);
      return { ...count, ...saidAfter(count, count, now, movement), ...(lots && { lots }) };
    }),
  };
}

function saidAfter(
  { book, least }: Omit<CountedLot, 'lot'>,
  { countedAt }: OpenCount,
  { latest, thousandths }: Now,
  { at, change }: Change,
): Omit<CountedLot, 'lot'> {
  if (at <= lastBefore(countedAt)) return { book: book + change, least: least + change };
  // Told after something later, it may have left fewer at any time since.
  const left = at >= latest ? thousandths + change : least + change;
  return { book, least: Math.min(least, left) };
}

function lotsOfCount(count: OpenCount, now: Now, movement: Change): OpenCount['lots'] {
  const { at, lots: moved = [] } = movement;
  const others = (count.lots ?? []).filter(({ lot }) => !moved.some((each) => each.lot === lot));
  if (moved.length === 0) return count.lots;
  const changed = moved.map(({ lot, thousandths: change }) => {
    const before = count.lots?.find((each) => each.lot === lot) ?? { book: 0, least: 0 };
    const there = now.lots?.find((each) => each.lot === lot)?.thousandths ?? 0;
    return { lot, ...saidAfter(before, count, { ...now, thousandths: there }, { at, change }) };
  });
  return [...others, ...changed];
}
