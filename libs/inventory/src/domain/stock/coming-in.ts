import { broken, fen, notBefore, type Yuan } from '@app/kernel';
import { recordDeeds } from '@app/findings';
import { happened, toldLate } from '@app/policy';
import { added } from './bookkeeping.js';
import { found } from './found.js';
import { handsAt } from '../location/location.js';
import {
  byExpiry,
  dated,
  firstOf,
  inBooks,
  lotsAfter,
  onPaper,
  totalOf,
  type LotAt,
} from './lot.js';
import { lotsComing, lotsOfSale } from './named-lots.js';
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
  refundNeedsReason,
} from './stock.errors.js';
import type { Moved, StockEvent, UncoveredUseExplained } from './stock.events.js';
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
  lotsComing(command, stock);
  return [happened(command, 'OpeningStockEntered', data, ['R11', 'R15'])];
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
  const events = explained(command, after, data.left);
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
  return [happened(command, 'MaterialTakenBack', back, ['R11', 'R15'])];
}

function refundable({ refund, reason }: TakeBackMaterial['data'], paid: Yuan, most: Yuan): void {
  if (fen(refund) > fen(most)) throw moreThanWasPaid(most);
  if (fen(refund) < fen(paid) && reason === undefined) throw refundNeedsReason(paid);
}

/** What had been used before it had been signed for is explained by what came from there before. */
function explained(
  command: TakeIn,
  after: StockState,
  left: string,
): readonly UncoveredUseExplained[] {
  const events: UncoveredUseExplained[] = [];
  let stock = after;
  let rest = arrived(command);
  for (const use of explainable(command, after.uncovered, left)) {
    const { ticket, visit, entry, serial, lot } = use;
    const fitting = rest.filter((each) => lot === undefined || each.lot === lot);
    const covered: Thousandths = Math.min(use.thousandths, totalOf(fitting));
    if (covered === 0) continue;
    const from = firstOf(fitting, covered);
    rest = lotsAfter(
      rest,
      from.map((each) => ({ ...each, thousandths: -each.thousandths })),
    );
    const { sku, place } = stock;
    const which = {
      ...(serial !== undefined && { serials: [serial] }),
      ...(command.data.lots && { lots: onPaper(from) }),
    };
    const worth = { quantity: unitsOf(covered), value: valueOf(covered, stock) };
    const still = unitsOf(use.thousandths - covered);
    const of = { ticket, visit, entry, ...(still > 0 && { stillUncovered: still }) };
    const moved = { sku, place, ...worth, ...which, ...of };
    const event = happened(command, 'UncoveredUseExplained', moved, ['R12']);
    events.push(event);
    stock = evolveStock(stock, event)!;
  }
  return events;
}

/** Each lot with the date that is known of it there, where the paper says none. */
function lotsOf({ lots }: Pick<Moved, 'lots'>, stock: Stock): Pick<Moved, 'lots'> {
  return lots ? { lots: dated(lots, stock?.dates) } : {};
}

/** What is taken in, first what expires first; where lots are not kept, as one without a number. */
function arrived({ data: { quantity, lots } }: TakeIn): LotAt[] {
  return byExpiry(inBooks(lots ?? [{ lot: '', quantity }]));
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

export function isNothing(amount: Yuan): boolean {
  return fen(amount) === 0n;
}
