import { fen, type Yuan } from '@app/kernel';
import { happened } from '@app/policy';
import { handsAt } from '../location/location.js';
import { named } from './named-pieces.js';
import { thousandthsOf, unitsOf, type Thousandths } from './quantity.js';
import type { Stock, StockState } from './stock.books.js';
import type {
  EnterOpeningStock,
  ReceiveMaterial,
  TakeBackMaterial,
  TakeIn,
} from './stock.commands.js';
import {
  booksBegun,
  freeOfCharge,
  intoHands,
  moreThanWasPaid,
  moreThanWasSold,
  noSuchSlip,
  notTheSeller,
} from './stock.errors.js';
import type { StockEvent } from './stock.events.js';
import { evolveStock } from './stock.state.js';
import { unusedSlip } from './slips.js';
import { isStores } from './keepers.js';
import { paidFor, priceOf, valueOf } from './value.js';

/** What was there when books were begun, from paper: before anything else, and once (R11). */
export function enterOpeningStock(command: EnterOpeningStock, stock: Stock): readonly StockEvent[] {
  const { data, known } = command;
  if (stock) throw booksBegun();
  thousandthsOf(data.quantity, known.decimals);
  named(command);
  return [happened(command, 'OpeningStockEntered', data, ['R11', 'R15'])];
}

/** 进: what a supplier delivered, at what it cost. */
export function receiveMaterial(command: ReceiveMaterial, stock: Stock): readonly StockEvent[] {
  const { data, known } = command;
  const received = thousandthsOf(data.quantity, known.decimals);
  named(command);
  if (handsAt(data.place) !== undefined) throw intoHands();
  if (isNothing(data.unitCost)) throw freeOfCharge('/unitCost');
  const slip = unusedSlip(command, stock);
  const value = priceOf(received, data.unitCost);
  return [happened(command, 'MaterialReceived', { ...data, slip, value }, ['R11', 'R15'])];
}

/** From another place, at the value with which it left it. */
export function takeIn(command: TakeIn, stock: Stock): readonly StockEvent[] {
  const { left, ...data } = command.data;
  const taken = happened(command, 'MaterialTakenIn', data, ['R12']);
  return [taken, ...explained(command, evolveStock(stock, taken)!, left)];
}

/**
 * What was sold comes back, at the value at which it went: to whoever sold it, under their own sign-in, or
 * to the stores.
 *
 * @throws Forbidden `not-the-seller` @throws Invalid `more-than-was-paid` for those pieces
 */
export function takeBackMaterial(command: TakeBackMaterial, stock: Stock): readonly StockEvent[] {
  const { data, known } = command;
  const sale = stock?.sales.find(({ slip }) => slip === data.slip);
  if (!sale) throw noSuchSlip(data.slip);
  const asked = thousandthsOf(data.quantity, known.decimals);
  named(command);
  if (asked > sale.thousandths) throw moreThanWasSold(sale.thousandths);
  if (!isStores(command) && command.actor.id !== sale.seller) throw notTheSeller(sale.seller);
  const paid = paidFor(asked, sale);
  if (fen(data.refund) > fen(paid)) throw moreThanWasPaid(paid);
  const back = { ...data, seller: sale.seller, value: valueOf(asked, sale) };
  return [happened(command, 'MaterialTakenBack', back, ['R11', 'R15'])];
}

/** What had been used before it had been signed for is explained by what came from there before. */
function explained(command: TakeIn, after: StockState, left: string): readonly StockEvent[] {
  const events: StockEvent[] = [];
  let stock = after;
  for (const use of explainable(command, after.uncovered, left)) {
    const covered: Thousandths = Math.min(use.thousandths, takenIn(command, events));
    if (covered === 0) break;
    const { ticket, visit, entry, serial } = use;
    const { sku, place } = stock;
    const which = serial === undefined ? {} : { serials: [serial] };
    const worth = { quantity: unitsOf(covered), value: valueOf(covered, stock) };
    const moved = { sku, place, ...worth, ...which };
    const event = happened(command, 'UncoveredUseExplained', { ...moved, ticket, visit, entry }, [
      'R12',
    ]);
    events.push(event);
    stock = evolveStock(stock, event)!;
  }
  return events;
}

/** A piece with a serial number explains the first use of that piece, and of no other. */
function explainable(
  { data: { serials } }: TakeIn,
  uncovered: StockState['uncovered'],
  left: string,
): StockState['uncovered'] {
  const before = uncovered.filter(({ at }) => left <= at);
  if (!serials) return before;
  return serials.flatMap((serial) => before.find((use) => use.serial === serial) ?? []);
}

/** How many of what is taken in explain nothing yet. */
function takenIn({ data }: TakeIn, events: readonly StockEvent[]): Thousandths {
  const used = events.map((event) => ('quantity' in event.data ? event.data.quantity : 0));
  return used.reduce(
    (left, each) => left - Math.round(each * 1000),
    Math.round(data.quantity * 1000),
  );
}

export function isNothing(amount: Yuan): boolean {
  return fen(amount) === 0n;
}
