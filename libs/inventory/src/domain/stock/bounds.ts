import { fen, Invalid, NotPossible, type Yuan } from '@app/kernel';
import { MOST, unitsOf } from './quantity.js';
import type { Stock } from './stock.books.js';
import type { StockEvent } from './stock.events.js';
import type { StockId } from './stock.state.js';

/**
 * What one movement, or one difference in price, is worth at most: a milliard yuan. It is a bound of the
 * program and no number of the policy, so it has no version: as `FULL`, it follows from the 64 bits of fen
 * in which sums of such movements are kept, here and in the read models, and no house comes near it.
 */
export const MOST_WORTH: Yuan = '1000000000.00';

/** So many movements of the most pieces and of the most worth lie at one place at most. */
const FULL = 1_000;

/** Which field of a command says what something is worth; absent: how many there are. */
const WORTH_SAID_IN: Partial<Record<StockEvent['type'], string>> = {
  OpeningStockEntered: '/value',
  MaterialReceived: '/unitCost',
  PriceDifferenceBooked: '/unitCost',
};

/**
 * Whatever is booked is of a size that is kept, in the books and in all that is read from them.
 *
 * @param after the books with it
 * @throws Invalid `worth-too-much` a movement is worth more than `MOST_WORTH`
 * @throws NotPossible `place-is-full` more would lie there than a thousand times the most of one movement
 */
export function withinBounds(events: readonly StockEvent[], after: Stock): void {
  for (const event of events) {
    const { data, type } = event;
    const pointer = WORTH_SAID_IN[type] ?? '/quantity';
    if (type === 'PriceDifferenceBooked') keepable(event.data.difference, event.data, pointer);
    else if ('value' in data && 'quantity' in data) keepable(data.value, data, pointer);
  }
  if (after && isFull(after)) throw placeIsFull(after);
}

/**
 * @param pointer the field that says it; default: none
 * @throws Invalid `worth-too-much` it is more than `MOST_WORTH`, or as much below zero
 */
export function keepable(value: Yuan, { sku, place }: StockId, pointer?: string): Yuan {
  const [worth, most] = [fen(value), fen(MOST_WORTH)];
  if (worth <= most && worth >= -most) return value;
  const says = {
    zh: `${place} 的 ${sku} 一笔金额为 ${value} 元，超过上限 ${MOST_WORTH} 元，请核对数量与单价`,
    en: `of ${sku} at ${place} one movement would be worth ${value} yuan, and ${MOST_WORTH} are the most: check quantity and price`,
  };
  throw new Invalid('worth-too-much', says, pointer);
}

function isFull({ thousandths, value }: NonNullable<Stock>): boolean {
  return unitsOf(thousandths) > MOST * FULL || fen(value) > fen(MOST_WORTH) * BigInt(FULL);
}

function placeIsFull({ sku, place }: StockId): NotPossible {
  const says = {
    zh: `${place} 的 ${sku} 将超过账目可记的上限（${MOST * FULL} 个单位、${FULL} 倍单笔金额上限）`,
    en: `more of ${sku} would lie at ${place} than books are kept of: ${MOST * FULL} units, worth ${FULL} times the most of one movement`,
  };
  return new NotPossible('place-is-full', says, '/quantity');
}
