import type { Instant } from '@app/kernel';
import { byExpiry, type LotAt } from './lot.js';
import type { OpenCount } from './counts.js';
import {
  availableAt,
  countedUpTo,
  type EntryOfTicket,
  type Stock,
  type StockState,
} from './stock.books.js';

/* R12: the books of a lot are those of its material at the place, of which the others are left out. */

/** What of each lot could be taken out at an instant and has been there since, first what expires first. */
export function lotsThere(stock: Stock, at: Instant, except?: EntryOfTicket): LotAt[] {
  if (!stock) return [];
  const lots = lotsKnown(stock).map((each) => ({
    ...each,
    thousandths: availableAt(booksOfLot(stock, each.lot), at, except),
  }));
  return byExpiry(lots.filter(({ thousandths }) => thousandths > 0));
}

/** What a count should have found of each lot at that moment; nothing where lots are not kept. */
export function lotsCountedUpTo(stock: StockState, at: Instant): Pick<OpenCount, 'lots'> {
  const lots = lotsKnown(stock).map(({ lot }) => ({
    lot,
    ...countedUpTo(booksOfLot(stock, lot), at),
  }));
  return lots.length > 0 ? { lots } : {};
}

/** Those that are there, and those that have moved and are not there any more. */
function lotsKnown({ lots = [], movements }: StockState): LotAt[] {
  const all = [...lots, ...movements.flatMap((movement) => movement.lots ?? [])];
  return [...new Map(all.toReversed().map((each) => [each.lot, each])).values()];
}

function booksOfLot(stock: StockState, lot: string): StockState {
  const of = (lots: readonly LotAt[] = []) =>
    lots.find((each) => each.lot === lot)?.thousandths ?? 0;
  return {
    ...stock,
    thousandths: of(stock.lots),
    movements: stock.movements.map(({ lots, ...movement }) => ({ ...movement, change: of(lots) })),
  };
}
