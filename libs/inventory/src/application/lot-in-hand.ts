import type { Instant } from '@app/kernel';
import { lotsMissing } from '../domain/stock/lot.errors.js';
import { inThousandths } from '../domain/stock/bookkeeping.js';
import {
  dated,
  firstOf,
  lotOf,
  onPaper,
  totalOf,
  type LotAt,
  type LotOf,
} from '../domain/stock/lot.js';
import { expiredOf } from '../domain/stock/named-lots.js';
import { lotsThere } from '../domain/stock/lots-there.js';
import type { EntryOfTicket, Stock } from '../domain/stock/stock.books.js';
import { unitsOf } from '../domain/stock/quantity.js';

/** What an entry of a ticket says was used of a material that is kept by lot. */
interface AskedLot {
  readonly quantity: number;
  readonly lot?: string;
  readonly at: Instant;
  /** It is told so late that it has happened, whatever the records say. */
  readonly late: boolean;
  /** An entry that is looked at as though it had not been; default: none. */
  readonly except?: EntryOfTicket;
}

/** How many of a lot somebody had, and which of the lots that they took had expired; absent: none had. */
interface LotInHand {
  readonly inHand: number;
  readonly expired?: readonly string[];
}

/**
 * How many of that lot were in those hands, or of all lots where none is named: late, or as only one was there.
 *
 * @throws Invalid `lots-missing` it is told in time, and several lots were in hand
 */
export function lotInHand(asked: AskedLot, stock: Stock): LotInHand {
  const { lot, at, late, except } = asked;
  const there = lotsThere(stock, at, except);
  if (lot === undefined && !late && there.length > 1) throw lotsMissing(there, '/lot');
  const named = there.filter((each) => lot === undefined || each.lot === lotOf(lot));
  const { expired } = expiredOf({ lots: takenOf(asked, named, stock) }, at);
  return { inHand: unitsOf(totalOf(named)), ...(expired.length > 0 && { expired }) };
}

/** What was taken: the lot that is named, also where it was not in hand; else first what expires first. */
function takenOf(
  { lot, quantity }: AskedLot,
  named: readonly LotAt[],
  stock: Stock,
): readonly LotOf[] {
  if (lot === undefined) return onPaper(firstOf(named, inThousandths(quantity)));
  return dated([{ lot: lotOf(lot), quantity }], stock?.dates);
}
