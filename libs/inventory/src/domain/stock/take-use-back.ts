import { happened } from '@app/policy';
import { byExpiry, firstOf, onPaper } from './lot.js';
import { unitsOf } from './quantity.js';
import type { Stock } from './stock.books.js';
import type { TakeUseBack } from './stock.commands.js';
import type { StockEvent } from './stock.events.js';
import { valueOf } from './value.js';

/**
 * What an entry on a ticket turned out not to have used was in hand all the time, at the value at which it
 * went; first what had never been in hand, which comes back to nobody (R12).
 */
export function takeUseBack(command: TakeUseBack, stock: Stock): readonly StockEvent[] {
  const { data } = command;
  const isOf = (each: { readonly ticket: string; readonly entry: number }) =>
    each.ticket === data.ticket && each.entry === data.entry;
  const asked = Math.round(data.quantity * 1000);
  if (asked === 0) return [];
  const open = stock?.uncovered.find(isOf)?.thousandths ?? 0;
  const missing = Math.min(asked, open);
  const use = stock?.uses.find(isOf) ?? stock;
  // What expires last was taken last.
  const lots = use?.lots && firstOf(byExpiry(use.lots).toReversed(), asked - missing);
  const value = use && asked > missing ? valueOf(asked - missing, use) : '0.00';
  const back = {
    ...data,
    value,
    ...(missing > 0 && { uncovered: unitsOf(missing) }),
    ...(lots && { lots: onPaper(lots) }),
  };
  return [happened(command, 'MaterialUseTakenBack', back, ['R12'])];
}
