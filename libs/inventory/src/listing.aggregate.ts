import { aggregate, changes, creates, internal } from '@app/aggregates';
import { managers } from '@app/identity';
import { listingAccount } from './account/listing-account.js';
import { knownToList } from './application/known-material.js';
import { listingDecider, notListed } from './domain/listing/listing.decider.js';
import { listingEvents } from './domain/listing/listing.events.js';
import { leftOf, listingStreams, sellersOf } from './domain/listing/listing.js';
import { unitsOf } from './domain/stock/quantity.js';
import { ListGoodsDto, ListingBody, WithdrawListingDto } from './http/listing.dto.js';
import { readInventory } from './permissions.js';

export const listings = aggregate({
  streams: listingStreams,
  decider: listingDecider,
  events: listingEvents,
  path: 'listings',
  id: 'sku',
  commands: {
    ListGoods: creates(ListGoodsDto, managers),
    WithdrawListing: changes(WithdrawListingDto, managers),
    CountListedSale: internal,
    CountListedReturn: internal,
    ExpireListing: internal,
  },
  known: { listGoods: knownToList },
  shows: {
    as: ListingBody,
    summary:
      'How a material is listed as slow-moving, and what of it was sold within the term (D15).',
    to: readInventory,
    unknown: notListed,
    body: (listing) => {
      if (!listing) throw notListed();
      const { thousandths, sales: _, ...shown } = listing;
      const left = unitsOf(leftOf(listing));
      return { ...shown, quantity: unitsOf(thousandths), left, sellers: sellersOf(listing) };
    },
  },
  account: listingAccount,
});
