import { Invalid, NotFound, NotPossible, notBefore, type Decider } from '@app/kernel';
import { happened } from '@app/policy';
import { thousandthsOf, unitsOf } from '../stock/quantity.js';
import type { ListingEvent } from './listing.events.js';
import {
  evolveListing,
  leftOf,
  sellersOf,
  type CountListedReturn,
  type CountListedSale,
  type ExpireListing,
  type KnownListing,
  type ListGoods,
  type Listing,
  type ListingCommand,
  type WithdrawListing,
} from './listing.js';

/** D15: goods are listed as slow-moving by decision, and cleared by what is sold of them within the term. */
export const listingDecider: Decider<ListingCommand, Listing, ListingEvent> = {
  initialState: () => undefined,
  evolve: evolveListing,
  decide(command, listing) {
    switch (command.type) {
      case 'ListGoods':
        return listGoods(command, listing);
      case 'WithdrawListing':
        return withdrawListing(command, listing);
      case 'CountListedSale':
        return countSale(command, listing);
      case 'CountListedReturn':
        return countReturn(command, listing);
      case 'ExpireListing':
        return expire(command, listing);
    }
  },
};

/** @throws NotPossible `listed-already` one sale would clear two listings */
function listGoods(command: ListGoods, listing: Listing): readonly ListingEvent[] {
  const { data, known, occurredAt } = command;
  if (listing?.status === 'open') throw listedAlready(listing);
  if (listing) notBefore(command, listing.since);
  thousandthsOf(data.quantity, known.decimals);
  if (data.until <= occurredAt) throw endsBeforeItBegins();
  const number = (listing?.number ?? 0) + 1;
  return [happened(command, 'GoodsListed', { ...data, number }, ['D15'])];
}

function withdrawListing(command: WithdrawListing, listing: Listing): readonly ListingEvent[] {
  if (listing?.status !== 'open') throw notListed();
  notBefore(command, listing.since);
  const { sku, number } = listing;
  const { reason } = command.data;
  return [happened(command, 'ListingWithdrawn', { sku, number, reason }, ['D15'])];
}

/** Within the term, however late it is told; more than was listed clears it as well. */
function countSale(command: CountListedSale, listing: Listing): readonly ListingEvent[] {
  const { at } = command.data;
  if (!listing || listing.status === 'withdrawn' || listing.status === 'cleared') return [];
  if (at < listing.since || listing.until <= at) return [];
  const { sku, number, until } = listing;
  const sold = countedSale(command, 'ListedGoodsSold', { sku, number, left: 0 });
  const after = evolveListing(listing, sold)!;
  const left = unitsOf(leftOf(after));
  const events: ListingEvent[] = [{ ...sold, data: { ...sold.data, left } }];
  if (left > 0) return events;
  const quantity = unitsOf(listing.thousandths);
  const clearedAt = after.sales.map((sale) => sale.at).reduce((a, b) => (a < b ? b : a));
  const cleared = { sku, number, quantity, until, clearedAt, sellers: sellersOf(after) };
  return [...events, happened(command, 'ListingCleared', cleared, ['D15'])];
}

function countReturn(command: CountListedReturn, listing: Listing): readonly ListingEvent[] {
  const { place, slip } = command.data;
  const isOf = (sale: KnownListing['sales'][number]) => sale.place === place && sale.slip === slip;
  if (!listing?.sales.some(isOf)) return [];
  const { sku, number } = listing;
  const back = countedSale(command, 'ListedGoodsTakenBack', { sku, number, left: 0 });
  const left = unitsOf(leftOf(evolveListing(listing, back)!));
  return [{ ...back, data: { ...back.data, left } }];
}

function expire(command: ExpireListing, listing: Listing): readonly ListingEvent[] {
  if (listing?.status !== 'open' || listing.number !== command.data.number) return [];
  const { sku, number } = listing;
  const expired = { sku, number, left: unitsOf(leftOf(listing)) };
  return [happened(command, 'ListingExpired', expired, ['D15'])];
}

function countedSale<Type extends 'ListedGoodsSold' | 'ListedGoodsTakenBack'>(
  command: CountListedSale | CountListedReturn,
  type: Type,
  of: { readonly sku: string; readonly number: number; readonly left: number },
) {
  return happened(command, type, { ...of, ...command.data }, ['D15']);
}

function listedAlready({ sku, thousandths, until }: KnownListing): NotPossible {
  return new NotPossible('listed-already', {
    zh: `${sku} 已列为滞销品（${unitsOf(thousandths)}，期限 ${until}），须先出清、到期或撤销`,
    en: `${sku} is listed as slow-moving already (${unitsOf(thousandths)}, until ${until}): it is cleared, over or withdrawn first`,
  });
}

function endsBeforeItBegins(): Invalid {
  const says = { zh: '期限须晚于列入时间', en: 'the term ends after it begins' };
  return new Invalid('ends-before-it-begins', says, '/until');
}

/** It is not listed as slow-moving, or no more. */
export function notListed(): NotFound {
  const says = { zh: '该物料未列为滞销品', en: 'this material is not listed as slow-moving' };
  return new NotFound('not-listed', says);
}
