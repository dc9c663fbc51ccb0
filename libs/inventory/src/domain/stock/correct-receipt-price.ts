import { fen, notBefore, yuan } from '@app/kernel';
import { happened } from '@app/policy';
import { isNothing } from './coming-in.js';
import { unitsOf } from './quantity.js';
import type { Stock } from './stock.books.js';
import type { CorrectReceiptPrice } from './stock.commands.js';
import { freeOfCharge, noSuchSlip } from './stock.errors.js';
import type { StockEvent } from './stock.events.js';
import { differenceAt, stillHere } from './stock.receipts.js';

/**
 * A receipt cost something else than was said. What of it is still at the place gets the difference, at most what
 * it brought; what has gone keeps the cost that was fixed when it went, and is shown as gone (R15).
 *
 * Which of the pieces that are there are still of it nobody sees. They are taken to go as they came, the first
 * first: then no piece gets the differences of two receipts, those of all receipts together are of no more pieces
 * than there are, and a correction and its opposite leave the value as it was, whatever came between them. To count
 * all that is there for each receipt, up to what it brought, would do neither. Where nothing has come since, both
 * are the same.
 */
export function correctReceiptPrice(
  command: CorrectReceiptPrice,
  stock: Stock,
): readonly StockEvent[] {
  const { data } = command;
  const receipt = stock?.receipts.find(({ slip }) => slip === data.slip);
  if (!stock || !receipt) throw noSuchSlip(data.slip);
  notBefore(command, receipt.at);
  if (isNothing(data.unitCost)) throw freeOfCharge('/unitCost');
  if (data.unitCost === receipt.unitCost) return [];
  const here = stillHere(stock, receipt);
  const wanted = differenceAt(receipt, here, data.unitCost);
  const least = -fen(stock.value);
  const difference = yuan(wanted < least ? least : wanted);
  const gone = unitsOf(receipt.thousandths - here);
  return [happened(command, 'PriceDifferenceBooked', { ...data, difference, gone }, ['R15'])];
}
