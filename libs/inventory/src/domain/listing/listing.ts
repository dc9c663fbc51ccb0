import { streams, type Ask, type Command, type Instant } from '@app/kernel';
import { inThousandths } from '../stock/bookkeeping.js';
import { unitsOf, type Thousandths } from '../stock/quantity.js';
import type { KnownMaterial } from '../stock/stock.commands.js';
import type { ListingEvent, SoldBy } from './listing.events.js';

/** A sale that counts for a listing, less what came back of it. */
export interface CountedSale {
  readonly place: string;
  readonly slip: string;
  readonly seller: string;
  readonly thousandths: Thousandths;
  readonly at: Instant;
}

export interface KnownListing {
  /** `expired`: its term is over; what is told late of a sale within it counts all the same. */
  readonly status: 'open' | 'cleared' | 'withdrawn' | 'expired';
  readonly sku: string;
  /** From 1; a later listing of the same material takes the place of this one. */
  readonly number: number;
  readonly since: Instant;
  readonly until: Instant;
  readonly thousandths: Thousandths;
  readonly sales: readonly CountedSale[];
}

/** The last listing of a material as 滞销品 (D15). Stream `listing-<sku>`; undefined: it never was. */
export type Listing = KnownListing | undefined;

export const listingStreams = streams<Listing>('listing');

/** The service centre lists goods as slow-moving; a list by computation only proposes them. */
export type ListGoods = Ask<
  'ListGoods',
  {
    readonly sku: string;
    readonly quantity: number;
    readonly until: Instant;
    readonly remark?: string;
  },
  KnownMaterial
>;
export type WithdrawListing = Command<'WithdrawListing', { readonly reason: string }>;

interface Sale {
  readonly place: string;
  readonly slip: string;
  readonly seller: string;
  readonly quantity: number;
  /** When it was sold, or taken back; it may be told late. */
  readonly at: Instant;
}

/** By a process, when something of a material that was listed has been sold, or taken back. */
export type CountListedSale = Command<'CountListedSale', Sale>;
export type CountListedReturn = Command<'CountListedReturn', Sale>;
/** By a process, when a listing's term is over. */
export type ExpireListing = Command<'ExpireListing', { readonly number: number }>;

export type ListingCommand =
  ListGoods | WithdrawListing | CountListedSale | CountListedReturn | ExpireListing;

/** How many of it were not sold yet. */
export function leftOf({ thousandths, sales }: KnownListing): Thousandths {
  return Math.max(
    0,
    sales.reduce((left, sale) => left - sale.thousandths, thousandths),
  );
}

/** In the order in which they sold first. */
export function sellersOf({ sales }: KnownListing): readonly SoldBy[] {
  const sold = new Map<string, Thousandths>();
  for (const { seller, thousandths } of sales)
    if (thousandths > 0) sold.set(seller, (sold.get(seller) ?? 0) + thousandths);
  return [...sold].map(([seller, thousandths]) => ({ seller, quantity: unitsOf(thousandths) }));
}

export function evolveListing(listing: Listing, event: ListingEvent): Listing {
  if (event.type === 'GoodsListed') {
    const { sku, number, quantity, until } = event.data;
    const begun = { since: event.occurredAt, until, thousandths: inThousandths(quantity) };
    return { status: 'open', sku, number, ...begun, sales: [] };
  }
  if (!listing) return listing;
  switch (event.type) {
    case 'ListedGoodsSold': {
      const { place, slip, seller, quantity, at } = event.data;
      const sale = { place, slip, seller, thousandths: inThousandths(quantity), at };
      return { ...listing, sales: [...listing.sales, sale] };
    }
    case 'ListedGoodsTakenBack': {
      const { place, slip, quantity, at } = event.data;
      const back = inThousandths(quantity);
      const sales = listing.sales.map((sale) =>
        sale.place === place && sale.slip === slip
          ? { ...sale, thousandths: sale.thousandths - back }
          : sale,
      );
      // What had been cleared is not, until it is sold again; after the term it stays so.
      const reopens = listing.status === 'cleared' && at < listing.until;
      const status = reopens ? 'open' : listing.status;
      return { ...listing, status, sales };
    }
    case 'ListingCleared':
      return { ...listing, status: 'cleared' };
    case 'ListingWithdrawn':
      return { ...listing, status: 'withdrawn' };
    case 'ListingExpired':
      return { ...listing, status: 'expired' };
  }
}
