import { unitsOf, type Thousandths } from './domain/stock/quantity.js';
import { byExpiry, onPaper } from './domain/stock/lot.js';
import type { StockState } from './domain/stock/stock.books.js';
import { averageOf } from './domain/stock/value.js';
import type { StockBody } from './http/stock.dto.js';

/** What the books of a material at a place say, as it is shown. */
export function stockShown(stock: StockState): StockBody {
  const { sku, place, thousandths, value, lots, ways, requests, reservations, uncovered } = stock;
  const averageCost = averageOf(stock);
  return {
    sku,
    place,
    quantity: unitsOf(thousandths),
    value,
    ...(averageCost !== undefined && { averageCost }),
    ...(lots && { lots: onPaper(byExpiry(lots)) }),
    onItsWay: ways.map(({ serves: _, enteredLateBy: __, lots: sent, ...way }) => ({
      ...inUnits(way),
      ...(sent && { lots: onPaper(sent) }),
    })),
    requests: requests.map(inUnits),
    reservations: reservations
      .filter(({ ended, thousandths: kept }) => !ended && kept > 0)
      .map(inUnits),
    uncovered: uncovered.map(inUnits),
  };
}

function inUnits<Item extends { readonly thousandths: Thousandths }>({
  thousandths,
  ...item
}: Item): Omit<Item, 'thousandths'> & { readonly quantity: number } {
  return { ...item, quantity: unitsOf(thousandths) };
}
