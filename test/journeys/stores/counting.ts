import type { Instant } from '@app/kernel';
import { nth, type Act, type Makes, type Telling } from './act.js';
import { keyOf, wallOf } from './model.js';
import { Count, type Found } from './stocktake.js';
import { LOTS, type Stores } from './stores.js';
import type { Wish } from './wishes.js';

/** A stocktake, from its sheet to its approval. */
export const counting: Makes<'startCount' | 'count' | 'close' | 'approve'> = {
  startCount(stores, { place: n }, { slip, now: at }) {
    if (stores.count) return undefined;
    const [place, { skus }] = [stores.places[n]!, stores];
    return {
      ...{ by: 'storekeeper', path: 'stocktakes' },
      body: { stocktake: slip, place, skus, occurredAt: at },
      may: () => 'yes',
      apply: () => (stores.count = new Count(slip, place, skus, at)),
    };
  },
  count: countsLine,
  close(stores, _, { now: occurredAt }) {
    const { count, model } = stores;
    if (!count) return undefined;
    return {
      ...{ by: 'storekeeper', path: `stocktakes/${count.id}/close-stocktake` },
      body: { occurredAt },
      may: () => (stores.count === count ? count.mayClose(model) : 'no'),
      apply: () => count.close(model),
    };
  },
  approve(stores, _, { now: occurredAt }) {
    const { count, model } = stores;
    if (!count) return undefined;
    return {
      ...{ by: 'supervisor', path: `stocktakes/${count.id}/approve-stocktake` },
      body: { occurredAt },
      may: () => (stores.count === count ? count.mayApprove(model) : 'no'),
      apply() {
        count.approve(model);
        stores.count = undefined;
      },
    };
  },
};

/** Somebody counts what is there, and now and then sees one too many or too few; what nobody has counted goes first. */
function countsLine(stores: Stores, wish: Wish, telling: Telling): Act | undefined {
  const { count, model } = stores;
  if (!count) return undefined;
  const left = count.skus.filter((each) => !count.lines.has(each));
  const sku = nth(left.length > 0 ? left : count.skus, wish.which)!;
  const before = count.lines.get(sku)?.by;
  const by = before ?? (wish.quantity > 2 ? 'storekeeper' : stores.cast.technician);
  const isBoard = sku.startsWith('BOARD');
  const at = isBoard || telling.at < count.since ? telling.now : telling.at;
  const off = [0, 0, 0, 0, -1, 1][wish.to + (wish.quantity % 3)] ?? 0;
  const seen = seenOf({ stores, count, sku, at }, off, telling.slip);
  return {
    ...{ by, path: `stocktakes/${count.id}/count-stock` },
    body: { sku, quantity: seen.counted, ...whichOf(seen), occurredAt: at },
    may: () => (stores.count === count && !count.isClosed ? 'yes' : 'no'),
    apply() {
      count.lines.set(sku, { by, at, ...seen });
      model.touched.add(keyOf(sku, count.place));
    },
  };
}

/** The lots and pieces that are named; of a lot of which there was none nothing is said. */
function whichOf({ lots, serials }: Seen) {
  const there = Object.entries(lots).filter(([, quantity]) => quantity > 0);
  return {
    ...(there.length > 0 && { lots: there.map(([lot, quantity]) => ({ lot, quantity })) }),
    ...(serials.length > 0 && { serials }),
  };
}

interface Counting {
  readonly stores: Stores;
  readonly count: Count;
  readonly sku: string;
  readonly at: Instant;
}

type Seen = Omit<Found, 'by' | 'at'>;

/** What is there by the notebook, and so many more: of pieces one is missed, or one found that nobody has heard of. */
function seenOf({ stores, count, sku, at }: Counting, off: number, slip: string): Seen {
  const { model } = stores;
  const key = keyOf(sku, count.place);
  const nothing = { lots: {}, found: [], serials: [] };
  if (sku.startsWith('BOARD')) {
    const there = stores.serialsAt(count.place);
    const found = off > 0 ? [`SN-${stores.cast.run}-FOUND-${slip}`] : [];
    const serials = [...there.slice(off < 0 ? 1 : 0), ...found];
    return { ...nothing, counted: serials.length, found, serials };
  }
  const seen = (lot?: string) => Math.max(0, model.balance(key, wallOf(at), lot) + off);
  if (sku.startsWith('BOLT')) return { ...nothing, counted: seen() };
  const [one, other] = LOTS as [string, string];
  const lots = { [one]: seen(one), [other]: model.balance(key, wallOf(at), other) };
  return { ...nothing, lots, counted: lots[one]! + lots[other]! };
}
