import { plusMinutes } from '@app/kernel';
import { keyOf } from './model.js';
import { CUSTOMERS, nth, stockOf, type Makes } from './act.js';

/** Spares that are kept for customers. */
export const reserving: Makes<'reserve' | 'release'> = {
  reserve(stores, { place: n, quantity, which, back }, { slip, at }) {
    const [sku, place] = [stores.sku('BOLT'), stores.places[n % 3]!];
    const customer = CUSTOMERS[which % 2]!;
    const key = keyOf(sku, place);
    const until = plusMinutes(at, which < 6 ? 120 : 3_000);
    const urgent = which % 3 === 0;
    const kept = { quantity, customer, system: `U-${customer}`, until, slip };
    const priority = urgent ? 'urgent' : 'ordinary';
    return {
      ...{ by: back > 0 ? 'storekeeper' : 'dispatcher', path: stockOf(sku, 'reserve-material') },
      body: { place, ...kept, priority, occurredAt: at },
      may: () => (stores.model.touched.has(key) ? 'yes' : 'no'),
      apply: () =>
        stores.model.list.push({ slip, key, customer, urgent, since: at, until, left: quantity }),
    };
  },
  release(stores, { which }, { now: at }) {
    const waiting = nth(stores.model.list, which);
    if (!waiting) return undefined;
    const { slip, key } = waiting;
    const [sku, place] = key.split('@') as [string, string];
    const holds = () => waiting.left > 0 && waiting.since <= at && at < waiting.until;
    return {
      ...{ by: 'dispatcher', path: stockOf(sku, 'release-reservation') },
      body: { place, slip, reason: 'x', occurredAt: at },
      may: () => (holds() ? 'yes' : 'no'),
      apply: () => Object.assign(waiting, { until: at }),
    };
  },
};
