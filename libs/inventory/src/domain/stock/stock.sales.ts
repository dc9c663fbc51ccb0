import { fen } from '@app/kernel';
import { added, inThousandths } from './bookkeeping.js';
import { inBooks, lotsAfter } from './lot.js';
import type { SoldOf } from './stock.books.js';
import type { MaterialSold, MaterialTakenBack } from './stock.events.js';
import { paidFor } from './value.js';

export function saleOf({ data, occurredAt: at }: MaterialSold): SoldOf {
  const { slip, seller, quantity, value, price: paid, lots } = data;
  const sold = { thousandths: inThousandths(quantity), ...(lots && { lots: inBooks(lots) }) };
  return { slip, seller, at, value, paid, ...sold };
}

/** What is left of a sale after some of it came back from the customer; of another sale all of it. */
export function lessTakenBack(
  sale: SoldOf,
  { slip, quantity, value, lots, refund }: MaterialTakenBack['data'],
): SoldOf {
  if (sale.slip !== slip) return sale;
  const back = inThousandths(quantity);
  const thousandths = sale.thousandths - back;
  const { owed: before = '0.00', ...kept } = sale;
  const ofThose = paidFor(back, sale);
  const paid = added(sale.paid, ofThose, -1);
  const owed = added(added(before, ofThose, 1), refund, -1);
  const left = lots && lotsAfter(sale.lots, inBooks(lots, -1));
  const worth = { thousandths, paid, value: added(sale.value, value, -1) };
  return { ...kept, ...worth, ...(fen(owed) > 0n && { owed }), ...(left && { lots: left }) };
}
