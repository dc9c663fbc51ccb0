import type { Instant } from '@app/kernel';
import { nth, type Act, type Makes, type Telling } from './act.js';
import { explain, hasArrivedSince, usePiece } from './explaining.js';
import { keyOf, type Use } from './model.js';
import type { Stores } from './stores.js';
import type { Wish } from './wishes.js';

/** What is used on a ticket, and what was not after all. */
export const onTheTicket: Makes<'use' | 'withdraw'> = {
  use: usesOnTicket,
  withdraw(stores, wish, { now }) {
    const use = nth(stores.model.uses, wish.which);
    if (!use) return undefined;
    const { sku, place, entry, at, lot, serial } = use;
    const isThere = () => stores.model.uses.includes(use);
    return {
      ...{ by: stores.cast.technician, path: `tickets/${stores.cast.ticket}/correct-part` },
      body: { entry, withdrawn: true, reason: 'x', occurredAt: now },
      may() {
        if (!isThere()) return 'no';
        const isCounted = stores.model.wallAfter(keyOf(sku, place), at) !== undefined;
        return serial !== undefined && isCounted ? 'open' : 'yes';
      },
      apply() {
        const { model } = stores;
        model.uses.splice(model.uses.indexOf(use), 1);
        if (use.covered === 0) return;
        model.book(keyOf(sku, place), at, use.covered, lot);
        const some = { sku, quantity: use.covered, ...(lot !== undefined && { lot }) };
        if (serial === undefined) {
          explain(model, { ...some, serials: [] }, { place, at, wasThere: true });
          return;
        }
        model.pieces.set(serial, { place, ...use.held! });
        const { since, left = since } = use.held!;
        const seen = model.wallBefore(keyOf(sku, place), at);
        const from = seen > left ? seen : left;
        explain(model, { ...some, serials: [serial] }, { place, at: since, left: from });
      },
    };
  },
};

/** In time it was in hand or is refused; told late it has happened, and what was not in hand is uncovered. */
function usesOnTicket(stores: Stores, wish: Wish, { slip, now, at }: Telling): Act {
  const { technician, ticket, workFrom } = stores.cast;
  const { model } = stores;
  const place = stores.places[3]!;
  const sku = stores.sku(wish.sku);
  const all = stores.some(wish, place);
  const some = all.serials.length > 0 ? { quantity: 1, serials: all.serials.slice(0, 1) } : all;
  const [serial] = some.serials;
  const lot = 'lot' in some ? some.lot : undefined;
  const key = keyOf(sku, place);
  const late = at < now;
  const named = { ...(lot && { lot }), ...(serial && { serial }) };
  const data = { visit: 1, sku, quantity: some.quantity, ...named };
  const step = { key: slip, command: 'consume-part', occurredAt: at, data };
  return {
    by: technician,
    path: `tickets/${ticket}/${late ? 'send-steps' : 'consume-part'}`,
    body: late ? { steps: [step] } : { ...data, occurredAt: at },
    may() {
      if (!late) return model.mayGo(key, at, some);
      return serial === undefined && at >= workFrom ? 'yes' : 'open';
    },
    apply({ events }) {
      const { entry } = events.find(({ type }) => type === 'PartConsumed')!.data as {
        entry: number;
      };
      const covered = Math.min(some.quantity, inHand(stores, { key, at, place }, { lot, serial }));
      model.touched.add(key);
      const missing = some.quantity - covered;
      const use: Use = { entry, sku, place, at, ...named, covered, lacking: missing };
      model.uses.push(use);
      if (covered > 0) model.book(key, at, -covered, lot);
      if (covered > 0 && serial !== undefined) usePiece(model, use, at);
      const since =
        serial === undefined
          ? arrivedSince(stores, { key, at, lot }, missing)
          : Number(hasArrivedSince(model, use));
      use.covered += since;
      use.lacking -= since;
    },
  };
}

/** What was on its way to the hands when it was used, and had arrived by the time that it was told. */
function arrivedSince(
  { model }: Stores,
  {
    key,
    at,
    lot,
  }: { readonly key: string; readonly at: Instant; readonly lot: string | undefined },
  missing: number,
): number {
  const came = model.arrivals.filter(
    (each) => each.key === key && each.lot === lot && each.left <= at && at < each.at,
  );
  let open = missing;
  for (const each of came.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const covered = Math.min(open, each.rest, model.least(key, each.at, lot));
    open -= covered;
    each.rest -= covered;
    if (covered > 0) model.book(key, each.at, -covered, lot);
  }
  return missing - open;
}

function inHand(
  { model }: Stores,
  { key, at, place }: { readonly key: string; readonly at: Instant; readonly place: string },
  { lot, serial }: { readonly lot?: string | undefined; readonly serial?: string | undefined },
): number {
  if (serial === undefined) return model.least(key, at, lot);
  const piece = model.pieces.get(serial);
  return piece?.place === place && piece.since <= at ? 1 : 0;
}
