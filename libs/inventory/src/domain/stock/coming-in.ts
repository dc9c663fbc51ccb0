import { broken, fen, notBefore, type Yuan } from '@app/kernel';
import { recordDeeds } from '@app/findings';
import { happened, toldLate } from '@app/policy';
import { added } from './bookkeeping.js';
import { found } from './found.js';
import { handsAt } from '../location/location.js';
import { explainedBy } from './explained-by.js';
import { dated } from './lot.js';
import { lotsComing, lotsOfSale } from './named-lots.js';
import { named } from './named-pieces.js';
import { thousandthsOf } from './quantity.js';
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
  refundNeedsReason,
} from './stock.errors.js';
import type {
  MaterialTakenBack,
  Moved,
  OpeningStockEntered,
  StockEvent,
  UncoveredUseExplained,
} from './stock.events.js';
import { evolveStock } from './stock.state.js';
import { unusedSlip } from './slips.js';
import { isStores } from './keepers.js';
import { paidFor, priceOf, valueOf } from './value.js';

/**
 * What was there when books were begun, from paper: before anything else, and once (R11). What was told before as
 * used out of somebody's hands, with nothing in the books, has begun none: it is explained by it (R12).
 */
export function enterOpeningStock(command: EnterOpeningStock, stock: Stock): readonly StockEvent[] {
  const { data, known } = command;
  if (stock && !isOfUsesAlone(stock)) throw booksBegun();
  thousandthsOf(data.quantity, known.decimals);
  named(command);
  lotsComing(command, stock);
  const entered = happened(command, 'OpeningStockEntered', data, ['R11', 'R15']);
  return withExplained(entered, command, stock);
}

/** Nothing has ever moved there, nor been asked for or counted: a ticket says that something was used. */
function isOfUsesAlone(stock: StockState): boolean {
  const { movements, forgotten, requests, reservations, counts = [], approved = [] } = stock;
  const others = [movements, requests, reservations, counts, approved];
  return forgotten === undefined && others.every(({ length }) => length === 0);
}

/** What comes in, with what had been used before it was told. */
function withExplained(
  came: OpeningStockEntered | MaterialTakenBack,
  command: EnterOpeningStock | TakeBackMaterial,
  stock: Stock,
): readonly StockEvent[] {
  const coming = { some: came.data, at: came.occurredAt };
  return [came, ...explainedBy(coming, command, evolveStock(stock, came)!)];
}

/** 进: what a supplier delivered, at what it cost. */
export function receiveMaterial(command: ReceiveMaterial, stock: Stock): readonly StockEvent[] {
  const { data, known } = command;
  const received = thousandthsOf(data.quantity, known.decimals);
  named(command);
  lotsComing(command, stock);
  if (handsAt(data.place) !== undefined) throw intoHands();
  if (isNothing(data.unitCost)) throw freeOfCharge('/unitCost');
  const slip = unusedSlip(command, stock);
  const value = priceOf(received, data.unitCost);
  const delivered = { ...data, slip, value, ...lotsOf(data, stock) };
  return [happened(command, 'MaterialReceived', delivered, ['R11', 'R15'])];
}

/** From another place, at the value with which it left it. */
export function takeIn(command: TakeIn, stock: Stock): readonly StockEvent[] {
  const { data } = command;
  const came = { ...data, ...lotsOf(data, stock) };
  const taken = happened(command, 'MaterialTakenIn', came, ['R12']);
  const after = evolveStock(stock, taken)!;
  const coming = { some: data, at: taken.occurredAt, left: data.left };
  const events = explainedBy(coming, command, after);
  return [taken, ...events, ...recordedLate(command, after, events)];
}

/**
 * What had been used before it had been recorded that it was issued and received: the lateness is of whoever
 * entered the issue late, or else of whoever confirmed it, and not of whoever used what they had (R12).
 */
function recordedLate(
  command: TakeIn,
  after: StockState,
  explanations: readonly UncoveredUseExplained[],
): readonly StockEvent[] {
  const { enteredLateBy: person = command.actor.id, slip } = command.data;
  const isOf =
    ({ data }: UncoveredUseExplained) =>
    (use: StockState['uncovered'][number]) =>
      use.ticket === data.ticket && use.entry === data.entry;
  const usedBefore = explanations.flatMap((each) => after.uncovered.find(isOf(each)) ?? []);
  const isLate = command.data.enteredLateBy !== undefined || toldLate(command);
  const late = isLate ? usedBefore : usedBefore.filter(({ at }) => at < command.occurredAt);
  const tickets = [...new Set(late.map(({ ticket }) => ticket))].join(' ');
  const missed = broken([found.issueIsRecordedBeforeUse], { usedBefore: late.length });
  return recordDeeds(command, after, missed, { person, remark: `${slip} → ${tickets}` });
}

/**
 * What was sold comes back, at the value at which it went: to whoever sold it, under their own sign-in, or
 * to the stores. It is taken off the seller's result by what it was sold for, whatever is refunded (D14).
 *
 * @throws Forbidden `not-the-seller`
 * @throws Invalid `occurred-too-early` it was not sold yet; `more-than-was-paid` for what has come back; `reason-missing` why less is refunded
 */
export function takeBackMaterial(command: TakeBackMaterial, stock: Stock): readonly StockEvent[] {
  const { data, known } = command;
  const sale = stock?.sales.find(({ slip }) => slip === data.slip);
  if (!sale) throw noSuchSlip(data.slip);
  notBefore(command, sale.at);
  const asked = thousandthsOf(data.quantity, known.decimals);
  named(command);
  if (asked > sale.thousandths) throw moreThanWasSold(sale.thousandths);
  if (!isStores(command) && command.actor.id !== sale.seller) throw notTheSeller(sale.seller);
  const paid = paidFor(asked, sale);
  refundable(data, paid, added(paid, sale.owed ?? '0.00', 1));
  const worth = { value: valueOf(asked, sale), ...lotsOfSale(command, sale) };
  const back = { ...data, seller: sale.seller, paid, ...worth };
  const takenBack = happened(command, 'MaterialTakenBack', back, ['R11', 'R15']);
  return withExplained(takenBack, command, stock);
}

function refundable({ refund, reason }: TakeBackMaterial['data'], paid: Yuan, most: Yuan): void {
  if (fen(refund) > fen(most)) throw moreThanWasPaid(most);
  if (fen(refund) < fen(paid) && reason === undefined) throw refundNeedsReason(paid);
}

/** Each lot with the date that is known of it there, where the paper says none. */
function lotsOf({ lots }: Pick<Moved, 'lots'>, stock: Stock): Pick<Moved, 'lots'> {
  return lots ? { lots: dated(lots, stock?.dates) } : {};
}

export function isNothing(amount: Yuan): boolean {
  return fen(amount) === 0n;
}
