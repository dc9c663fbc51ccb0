import type { Instant } from '@app/kernel';
import { lotsMissing } from '../domain/stock/lot.errors.js';
import { lotOf, totalOf } from '../domain/stock/lot.js';
import { lotsThere } from '../domain/stock/lots-there.js';
import type { EntryOfTicket, Stock } from '../domain/stock/stock.books.js';
import { unitsOf } from '../domain/stock/quantity.js';

/** What an entry of a ticket says was used of a material that is kept by lot. */
interface AskedLot {
  readonly lot?: string;
  readonly at: Instant;
  /** It is told so late that it has happened, whatever the records say. */
  readonly late: boolean;
  /** An entry that is looked at as though it had not been; default: none. */
  readonly except?: EntryOfTicket;
}

/**
 * How many of that lot were in those hands, or of all lots where none is named: late, or as only one was there.
 *
 * @throws Invalid `lots-missing` it is told in time, and several lots were in hand
 */
export function lotInHand({ lot, at, late, except }: AskedLot, stock: Stock): number {
  const there = lotsThere(stock, at, except);
  if (lot === undefined && !late && there.length > 1) throw lotsMissing(there, '/lot');
  const named = there.filter((each) => lot === undefined || each.lot === lotOf(lot));
  return unitsOf(totalOf(named));
}
