import { fen, yuan, type Fen, type Yuan } from '@app/kernel';
import { inThousandths, lastOf } from './bookkeeping.js';
import type { Thousandths } from './quantity.js';
import type { ReceivedOf, StockState } from './stock.books.js';
import type { PriceDifferenceBooked, StockBooking } from './stock.events.js';
import { atAverage, priceOf } from './value.js';

/* What of each receipt is still at the place. What came first goes first, so that no pieces are taken for another receipt's. */

export function receiptsAfter(
  receipts: StockState['receipts'],
  event: StockBooking,
): StockState['receipts'] {
  switch (event.type) {
    case 'MaterialReceived': {
      const { slip, unitCost, quantity } = event.data;
      const thousandths = inThousandths(quantity);
      const came = { slip, unitCost, thousandths, at: event.occurredAt };
      return lastOf(withLater(receipts, thousandths), came);
    }
    case 'MaterialTakenIn':
      return withLater(receipts, inThousandths(event.data.quantity));
    case 'StockAdjusted':
      return withLater(receipts, Math.max(0, inThousandths(event.data.quantity)));
    case 'PriceDifferenceBooked':
      return receipts.map((each) =>
        each.slip === event.data.slip ? repriced(each, event.data) : each,
      );
    default:
      return receipts;
  }
}

/** How many of a receipt are still there. */
export function stillHere(
  { thousandths }: Pick<StockState, 'thousandths'>,
  receipt: ReceivedOf,
): Thousandths {
  return Math.max(0, Math.min(receipt.thousandths, thousandths - (receipt.later ?? 0)));
}

/**
 * By how much so many of a receipt change at another price; what an earlier correction could not take off,
 * as no value was left, is not added by its opposite.
 */
export function differenceAt(receipt: ReceivedOf, here: Thousandths, unitCost: Yuan): Fen {
  const { lacking } = receipt;
  const owed = lacking ? atAverage(Math.min(here, lacking.thousandths), lacking) : '0.00';
  return fen(priceOf(here, unitCost)) - fen(priceOf(here, receipt.unitCost)) - fen(owed);
}

function repriced(
  receipt: ReceivedOf,
  { unitCost, difference, gone }: PriceDifferenceBooked['data'],
): ReceivedOf {
  const { lacking: _, ...before } = receipt;
  const here = receipt.thousandths - inThousandths(gone);
  const lack = fen(difference) - differenceAt(receipt, here, unitCost);
  const lacking = { thousandths: here, value: yuan(lack) };
  return { ...before, unitCost, ...(lack > 0n && { lacking }) };
}

function withLater(receipts: StockState['receipts'], more: Thousandths): StockState['receipts'] {
  return receipts.map((each) => ({ ...each, later: (each.later ?? 0) + more }));
}
