import { arrive, explain } from './explaining.js';
import { keyOf } from './model.js';
import {
  comeIn,
  CUSTOMERS,
  goOut,
  isHands,
  named,
  nth,
  placed,
  stockOf,
  type Makes,
} from './act.js';

/** Goods that go from where they are, and those on their way. */
export const movingOut: Makes<'issue' | 'accept' | 'decline' | 'giveBack' | 'sell' | 'scrap'> = {
  issue(stores, wish, { slip, now, at }) {
    const { sku, place } = placed(stores, wish);
    const to = stores.places[wish.to]!;
    const some = stores.some(wish, place);
    const customer = wish.which < 4 ? CUSTOMERS[wish.which % 2] : undefined;
    const ticket = customer && { ticket: `T-${customer}` };
    const body = { place, to, ...named(some), slip, ...ticket, occurredAt: at };
    const key = keyOf(sku, place);
    return {
      by: isHands(place) ? stores.cast.technician : 'storekeeper',
      ...{ path: stockOf(sku, 'issue-material'), body },
      may() {
        if (place === to) return 'no';
        const goes = stores.model.mayGo(key, at, some);
        if (goes === 'no' || at < now) return goes;
        return stores.model.isEnoughFor(key, some.quantity, customer, at) ? goes : 'no';
      },
      apply() {
        const took = stores.model.takenBy(key, some.quantity, customer, at);
        goOut(stores, { sku, place, at }, some, 'on its way');
        stores.model.ways.push({ slip, sku, from: place, to, at, took, ...some });
      },
    };
  },
  accept(stores, wish, { at }) {
    const way = nth(stores.model.ways, wish.which);
    if (!way) return undefined;
    const { sku, from, to, slip } = way;
    const body = { place: from, slip, occurredAt: at };
    return {
      by: isHands(to) ? stores.cast.technician : 'storekeeper',
      ...{ path: stockOf(sku, 'accept-material'), body },
      may() {
        if (!stores.model.ways.includes(way) || at < way.at) return 'no';
        const isCounted = stores.model.wallAfter(keyOf(sku, to), at) !== undefined;
        return way.serials.length > 0 && isCounted ? 'no' : 'yes';
      },
      apply() {
        stores.model.ways.splice(stores.model.ways.indexOf(way), 1);
        arrive(stores.model, way, { at, to, left: way.at });
      },
    };
  },
  decline(stores, wish, { at }) {
    const way = nth(stores.model.ways, wish.which);
    if (!way) return undefined;
    const { sku, from: place, slip } = way;
    return {
      ...{ by: 'storekeeper', path: stockOf(sku, 'decline-material') },
      body: { place, slip, reason: 'x', occurredAt: at },
      may() {
        if (!stores.model.ways.includes(way) || at < way.at) return 'no';
        const isCounted = stores.model.wallAfter(keyOf(sku, place), at) !== undefined;
        return way.serials.length > 0 && isCounted ? 'no' : 'yes';
      },
      apply() {
        stores.model.ways.splice(stores.model.ways.indexOf(way), 1);
        comeIn(stores, { sku, place, at }, way);
        explain(stores.model, way, { place, at });
        for (const [waiting, taken] of way.took) waiting.left += taken;
      },
    };
  },
  giveBack(stores, wish, { at }) {
    const { sku } = placed(stores, wish);
    const [place, to] = [stores.places[3]!, 'main'];
    const some = stores.some(wish, place);
    const key = keyOf(sku, place);
    return {
      ...{ by: 'storekeeper', path: stockOf(sku, 'return-material') },
      body: { place, to, ...named(some), occurredAt: at },
      may() {
        const isCounted = stores.model.wallAfter(keyOf(sku, to), at) !== undefined;
        if (some.serials.length > 0 && isCounted) return 'no';
        return stores.model.mayGo(key, at, some);
      },
      apply() {
        goOut(stores, { sku, place, at }, some, 'back');
        comeIn(stores, { sku, place: to, at }, some);
      },
    };
  },
  sell(stores, wish, { slip, now, at }) {
    const { sku, place } = placed(stores, wish);
    const some = stores.some(wish, place);
    const key = keyOf(sku, place);
    const sale = { slip, customer: 'x', price: '9.00', method: 'cash' };
    return {
      by: isHands(place) ? stores.cast.technician : 'storekeeper',
      path: stockOf(sku, 'sell-material'),
      body: { place, ...named(some), ...sale, occurredAt: at },
      may() {
        if (isHands(place)) return 'no';
        const goes = stores.model.mayGo(key, at, some);
        if (goes === 'no' || at < now) return goes;
        return stores.model.isEnoughFor(key, some.quantity, undefined, at) ? goes : 'no';
      },
      apply() {
        goOut(stores, { sku, place, at }, some, 'sold');
        const { quantity: left, serials, ...which } = some;
        stores.model.sales.push({ slip, sku, place, left, ...which, serials: [...serials] });
      },
    };
  },
  scrap(stores, wish, { at }) {
    const { sku, place } = placed(stores, wish);
    const some = stores.some(wish, place);
    return {
      by: isHands(place) ? 'storekeeper' : 'supervisor',
      path: stockOf(sku, 'scrap-material'),
      body: { place, ...named(some), reason: 'x', occurredAt: at },
      may: () => (isHands(place) ? 'no' : stores.model.mayGo(keyOf(sku, place), at, some)),
      apply: () => goOut(stores, { sku, place, at }, some, 'scrapped'),
    };
  },
};
