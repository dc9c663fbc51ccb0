import type { Yuan } from '@app/kernel';
import { happened } from '@app/policy';
import { explainedBy } from './explained-by.js';
import { byExpiry, firstOf, onPaper } from './lot.js';
import { unitsOf, type Thousandths } from './quantity.js';
import type { EntryOfTicket, Stock, StockState, UsedOf } from './stock.books.js';
import type { TakeUseBack } from './stock.commands.js';
import type { Moved, StockEvent } from './stock.events.js';
import { evolveStock } from './stock.state.js';
import { valueOf, type Worth } from './value.js';

/**
 * What an entry on a ticket turned out not to have used was in hand all the time, at the value at which it
 * went; first what had never been in hand, which comes back to nobody (R12). What others used uncovered may have
 * been of it, as though the entry had never said so.
 */
export function takeUseBack(command: TakeUseBack, stock: Stock): readonly StockEvent[] {
  const { data } = command;
  const isOf = ({ ticket, entry }: EntryOfTicket) => ticket === data.ticket && entry === data.entry;
  const asked = Math.round(data.quantity * 1000);
  if (asked === 0) return [];
  const open = stock?.uncovered.find(isOf)?.thousandths ?? 0;
  const missing = Math.min(asked, open);
  const use = stock?.uses.find(isOf);
  const worth = worthOf(asked - missing, use ?? stock);
  const uncovered = missing > 0 ? { uncovered: unitsOf(missing) } : {};
  const lots = lotsBack(asked - missing, use);
  const back = { ...data, ...worth, ...uncovered, ...lots };
  const event = happened(command, 'MaterialUseTakenBack', back, ['R12']);
  const some = { quantity: unitsOf(asked - missing), ...lots };
  return [event, ...explained(command, some, evolveStock(stock, event)!)];
}

/** A piece explains the use of itself alone, since it had left for these hands. */
function explained(
  { held, ...command }: TakeUseBack,
  some: Pick<Moved, 'quantity' | 'lots'>,
  after: StockState,
): readonly StockEvent[] {
  const { serials, usedAt: at } = command.data;
  if (!serials) return explainedBy({ some, at, wasThere: true }, command, after);
  return held ? explainedBy({ some: { ...some, serials }, ...held }, command, after) : [];
}

function worthOf(back: Thousandths, from: Worth | undefined): { readonly value: Yuan } {
  return { value: from && back > 0 ? valueOf(back, from) : '0.00' };
}

/** What expires last was taken last. */
function lotsBack(back: Thousandths, use: UsedOf | undefined): Pick<Moved, 'lots'> {
  return use?.lots ? { lots: onPaper(firstOf(byExpiry(use.lots).toReversed(), back)) } : {};
}
