import { only, send, type Process, type Reaction } from '@app/processes';
import {
  listingEvents,
  type GoodsListed,
  type ListingWithdrawn,
} from '../domain/listing/listing.events.js';
import { listingStreams } from '../domain/listing/listing.js';
import {
  stockEvents,
  type MaterialSold,
  type MaterialTakenBack,
} from '../domain/stock/stock.events.js';

type Event = GoodsListed | ListingWithdrawn | MaterialSold | MaterialTakenBack;

/** Whether a material has been listed: what is sold of others is nothing to a listing. */
interface State {
  readonly listed: boolean;
}

/**
 * D15: of goods that are listed as slow-moving each sale within the term counts, and each return of one is
 * taken off, however late it is told; the listing itself decides.
 */
export const countSalesOfListedGoods: Process<State, Event> = {
  name: 'count-sales-of-listed-goods',
  startsAt: 'first-event',
  handles: {
    ...only(listingEvents, ['GoodsListed', 'ListingWithdrawn']),
    ...only(stockEvents, ['MaterialSold', 'MaterialTakenBack']),
  },
  keyOf: ({ data: { sku } }) => sku,
  initialState: { listed: false },
  evolve: (state, { type }) => {
    if (type === 'GoodsListed') return { listed: true };
    return type === 'ListingWithdrawn' ? undefined : state;
  },
  react(event, { listed }) {
    if (event.type === 'GoodsListed') return [termOf(event.data)];
    if (event.type === 'ListingWithdrawn') return [{ withdraw: 'term' }];
    if (!listed || event.data.seller.includes(':')) return [];
    const { sku, place, slip, seller, quantity } = event.data;
    const command = event.type === 'MaterialSold' ? 'CountListedSale' : 'CountListedReturn';
    const { occurredAt: at } = event;
    return [send(listingStreams, sku, command, { place, slip, seller, quantity, at })];
  },
};

function termOf({ sku, number, until }: GoodsListed['data']): Reaction {
  return {
    deadline: 'term',
    at: until,
    send: send(listingStreams, sku, 'ExpireListing', { number }),
  };
}
