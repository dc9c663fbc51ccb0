import { explain } from './explaining.js';
import { keyOf, type Some } from './model.js';
import { comeIn, isHands, named, nth, placed, PRICES, stockOf, type Makes } from './act.js';
import type { Stores } from './stores.js';

const paper = { supplier: 'x', deliveryNote: 'x' };

/** Pieces that come in are such as nobody has heard of. */
const areNew = (stores: Stores, { serials }: Some) =>
  serials.every((serial) => !stores.model.pieces.has(serial));

/** Goods that come in, and what they cost. */
export const comingIn: Makes<'open' | 'receive' | 'takeBack' | 'correctPrice'> = {
  open(stores, wish, { at }) {
    const { sku, place } = placed(stores, wish);
    const some = stores.some(wish);
    const value = PRICES[wish.which % 4]!;
    const body = { place, ...named(some), value, source: 'x', occurredAt: at };
    return {
      ...{ by: 'manager', path: stockOf(sku, 'enter-opening-stock'), body },
      may() {
        const key = keyOf(sku, place);
        if (stores.model.hasMoved(key)) return 'no';
        // What was used there uncovered has begun no books, and what was counted there has.
        return stores.model.touched.has(key) ? 'open' : 'yes';
      },
      apply() {
        comeIn(stores, { sku, place, at }, some);
        explain(stores.model, { sku, ...some }, { place, at });
      },
    };
  },
  receive(stores, wish, { slip, at }) {
    const { sku, place } = placed(stores, wish);
    const some = stores.some(wish);
    const unitCost = PRICES[wish.which % 4]!;
    const body = { place, ...named(some), unitCost, slip, ...paper, occurredAt: at };
    return {
      ...{ by: 'storekeeper', path: stockOf(sku, 'receive-material'), body },
      may() {
        if (isHands(place) || !areNew(stores, some)) return 'no';
        const isCounted = stores.model.wallAfter(keyOf(sku, place), at) !== undefined;
        return some.serials.length > 0 && isCounted ? 'no' : 'yes';
      },
      apply() {
        comeIn(stores, { sku, place, at }, some);
        stores.model.receipts.push({ slip, sku, place });
      },
    };
  },
  takeBack(stores, wish, { now: at }) {
    const sale = nth(stores.model.sales, wish.which);
    if (!sale) return undefined;
    const { sku, place, slip, lot } = sale;
    const serials = sale.serials.slice(0, wish.quantity);
    const quantity = sku.startsWith('BOARD') ? Math.max(1, serials.length) : wish.quantity;
    const some = { quantity, ...(lot && { lot }), serials };
    return {
      ...{ by: 'storekeeper', path: stockOf(sku, 'take-back-material') },
      body: { place, ...named(some), slip, refund: '0.00', reason: 'x', occurredAt: at },
      may: () =>
        quantity <= sale.left && serials.every((each) => sale.serials.includes(each))
          ? 'yes'
          : 'no',
      apply() {
        sale.left -= quantity;
        sale.serials = sale.serials.filter((each) => !serials.includes(each));
        comeIn(stores, { sku, place, at }, some);
      },
    };
  },
  correctPrice(stores, wish, { now: at }) {
    const receipt = nth(stores.model.receipts, wish.which);
    if (!receipt) return undefined;
    const { sku, place, slip } = receipt;
    const unitCost = PRICES[wish.quantity % 4]!;
    return {
      ...{ by: 'supervisor', path: stockOf(sku, 'correct-receipt-price') },
      body: { place, slip, unitCost, reason: 'x', occurredAt: at },
      may: () => 'yes',
      apply: () => undefined,
    };
  },
};
