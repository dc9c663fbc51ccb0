import { eventTable, none, type DomainEvent, type Instant } from '@app/kernel';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/** The listings of a material are numbered from 1; one is open at a time. */
interface OfListing {
  readonly sku: string;
  readonly number: number;
}

/** A sale in the books of a place, and what of the listing was left with it. */
interface OfSale {
  readonly place: string;
  readonly slip: string;
  readonly seller: string;
  /** When it was sold, or came back. */
  readonly at: Instant;
  /** Units. */
  readonly quantity: number;
  readonly left: number;
}

/** Who sold how many of what was listed. */
export interface SoldBy {
  readonly seller: string;
  readonly quantity: number;
}

/** 列为滞销品: so many are to be sold before `until`, which no longer belongs to the term (D15). */
export type GoodsListed = DomainEvent<
  'GoodsListed',
  OfListing & { readonly quantity: number; readonly until: Instant; readonly remark?: string }
>;
export type ListedGoodsSold = DomainEvent<'ListedGoodsSold', OfListing & OfSale>;
/** Some of a sale that had counted came back from the customer. */
export type ListedGoodsTakenBack = DomainEvent<'ListedGoodsTakenBack', OfListing & OfSale>;
/** 出清: all of it was sold within the term, by these. */
export type ListingCleared = DomainEvent<
  'ListingCleared',
  OfListing & {
    readonly quantity: number;
    readonly until: Instant;
    /** When the last of it was sold. */
    readonly clearedAt: Instant;
    readonly sellers: readonly SoldBy[];
  }
>;
export type ListingWithdrawn = DomainEvent<
  'ListingWithdrawn',
  OfListing & { readonly reason: string }
>;
/** Its term is over, and so many of it were not sold. */
export type ListingExpired = DomainEvent<'ListingExpired', OfListing & { readonly left: number }>;

export type ListingEvent =
  | GoodsListed
  | ListedGoodsSold
  | ListedGoodsTakenBack
  | ListingCleared
  | ListingWithdrawn
  | ListingExpired;

const of = { sku: 'CAP-35', number: 1 };
const at = '2026-03-20T01:00:00.000Z';
const sale = { place: 'main', slip: 'XS-1', seller: 'wu-ting', at, quantity: 4, left: 6 };
const until = '2026-04-01T01:00:00.000Z';

export const listingEvents = eventTable<ListingEvent>(
  {
    GoodsListed: { ...of, quantity: 10, until, remark: '改款后无人问津' },
    ListedGoodsSold: { ...of, ...sale },
    ListedGoodsTakenBack: { ...of, ...sale, quantity: 1, left: 7 },
    ListingCleared: {
      ...{ ...of, quantity: 10, until, clearedAt: at },
      sellers: [{ seller: 'wu-ting', quantity: 10 }],
    },
    ListingWithdrawn: { ...of, reason: '改为随机附送' },
    ListingExpired: { ...of, left: 6 },
  },
  none(
    'GoodsListed',
    'ListedGoodsSold',
    'ListedGoodsTakenBack',
    'ListingCleared',
    'ListingWithdrawn',
    'ListingExpired',
  ),
);
