import { added, inThousandths } from './bookkeeping.js';
import { inBooks, lotsAfter } from './lot.js';
import type { SoldOf } from './stock.books.js';
import type { Moved } from './stock.events.js';
import { paidFor } from './value.js';

/** What is left of a sale after some of it came back from the customer; of another sale all of it. */
export function lessTakenBack(
  sale: SoldOf,
  { slip, quantity, value, lots }: Moved & { slip: string },
): SoldOf {
  if (sale.slip !== slip) return sale;
  const back = inThousandths(quantity);
  const thousandths = sale.thousandths - back;
  const paid = added(sale.paid, paidFor(back, sale), -1);
  const left = lots && lotsAfter(sale.lots, inBooks(lots, -1));
  const worth = { thousandths, paid, value: added(sale.value, value, -1) };
  return { ...sale, ...worth, ...(left && { lots: left }) };
}
