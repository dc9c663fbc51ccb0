import { fen, localDate, yuan, type Fen, type Instant, type Yuan } from '@app/kernel';
import { handsAt } from '../location/location.js';
import { inThousandths, lastOf } from './bookkeeping.js';
import { inBooks } from './lot.js';
import type { HandedOut, OnItsWay, Stock, StockState } from './stock.books.js';
import type { MaterialIssued, MaterialTakenIn } from './stock.events.js';

/* What was issued: it is on its way; and what was handed out without an approval is judged by what a day comes to. */

/** What those of that day to the same person, or for the same ticket, are worth with one more (R12). */
export function handedOutWith(
  stock: Stock,
  { to, ticket, at, value }: Omit<HandedOut, 'slip'>,
): Yuan {
  const day = localDate(at);
  const beside = (stock?.handedOut ?? []).filter(
    (each) =>
      localDate(each.at) === day &&
      (each.to === to || (ticket !== undefined && each.ticket === ticket)),
  );
  return yuan(beside.reduce<Fen>((sum, each) => sum + fen(each.value), fen(value)));
}

export function issued(
  stock: StockState,
  { data, occurredAt }: MaterialIssued,
): Partial<StockState> {
  const { slip } = data;
  return {
    requests: without(stock.requests, slip),
    ways: [...without(stock.ways, slip), wayOf(data, occurredAt)],
    ...handedOutAfter(stock, data, occurredAt),
  };
}

function handedOutAfter(
  { handedOut = [], requests }: StockState,
  { slip, to, ticket, value }: MaterialIssued['data'],
  at: Instant,
): Pick<StockState, 'handedOut'> {
  const isApproved = requests.some((each) => each.slip === slip && each.approved);
  if (isApproved || handsAt(to) === undefined) return {};
  return { handedOut: lastOf(handedOut, { slip, to, at, value, ...(ticket && { ticket }) }) };
}

/** It is back where it came from. */
export function calledBack({ ways, handedOut }: StockState, slip: string): Partial<StockState> {
  return {
    ways: without(ways, slip),
    ...(handedOut && { handedOut: without(handedOut, slip) }),
  };
}

/** What comes back unused on the day counts for nothing: of the latest issues to whoever gives it back. */
export function gaveBack(
  { handedOut }: StockState,
  { data: { from, why, value }, occurredAt }: MaterialTakenIn,
): Pick<StockState, 'handedOut'> {
  if (!handedOut || why !== 'returned') return {};
  const day = localDate(occurredAt);
  let left = fen(value);
  const less = handedOut.toReversed().map((each) => {
    if (each.to !== from || localDate(each.at) !== day) return each;
    const back = left < fen(each.value) ? left : fen(each.value);
    left -= back;
    return { ...each, value: yuan(fen(each.value) - back) };
  });
  return { handedOut: less.toReversed() };
}

function wayOf(
  { slip, to, quantity, value, ticket, serials, lots, enteredLateBy }: MaterialIssued['data'],
  issuedAt: Instant,
): OnItsWay {
  const worth = { thousandths: inThousandths(quantity), value };
  const which = { ...(serials && { serials }), ...(lots && { lots: inBooks(lots) }) };
  const late = { ...(enteredLateBy && { enteredLateBy }) };
  return { slip, to, ...worth, issuedAt, ...(ticket && { ticket }), ...which, ...late };
}

export function without<Item extends { readonly slip: string }>(
  items: readonly Item[],
  slip: string,
): Item[] {
  return items.filter((each) => each.slip !== slip);
}
