import { recordDeeds } from '@app/findings';
import { broken, Refused, yuan, fen, type Command, type Yuan } from '@app/kernel';
import { happened } from '@app/policy';
import { handsAt } from '../location/location.js';
import { keepable } from './bounds.js';
import type { StockCountUpheld } from './count.events.js';
import { countAfter, lastBefore, openCountOf, type OpenCount } from './counts.js';
import { found } from './found.js';
import { onPaper, type LotCounted, type LotOf } from './lot.js';
import { lotsCountedUpTo } from './lots-there.js';
import { unitsOf, type Thousandths } from './quantity.js';
import { countIsNotSpoiled } from './rules/count-is-not-spoiled.js';
import { countedUpTo, withMemoryOf, type Stock, type StockState } from './stock.books.js';
import type { AdjustStock, KnownPieces, NoteCount } from './stock.commands.js';
import { countedSince, differsSince } from './stock.errors.js';
import type { StockEvent } from './stock.events.js';
import { changeOf, DIRECTIONS, isMovement, lotChangesOf, type Movement } from './movements.js';
import { evolveStock, happenedAt } from './stock.state.js';
import { atAverage, priceOf, valueOf } from './value.js';

/**
 * R16: somebody has counted, and the books keep what they say of that moment, however late it is told:
 * where they have forgotten it, what the log says.
 */
export function noteCount(command: NoteCount, stock: Stock): readonly StockEvent[] {
  const { data, moved } = command;
  const books = moved && withMemoryOf(stock, moved);
  if (!books) return [happened(command, 'StockCountNoted', data, ['R16'])];
  const at = lastBefore(data.countedAt);
  const said = ({ book, least }: { readonly book: Thousandths; readonly least: Thousandths }) => ({
    book: unitsOf(book),
    least: unitsOf(least),
  });
  const lots = lotsCountedUpTo(books, at).lots?.map(({ lot, ...of }) => ({ lot, ...said(of) }));
  const then = { ...said(countedUpTo(books, at)), ...(lots && { lots }) };
  return [happened(command, 'StockCountNoted', { ...data, then }, ['R16'])];
}

/**
 * R16: the difference to what the books say of the moment of the count, by all that is known now. What
 * has been approved is that very difference, and no other.
 *
 * @throws NotPossible `difference-has-changed` @throws Refused `count-is-spoiled`
 */
export function adjustStock(command: AdjustStock, stock: Stock): readonly StockEvent[] {
  const { sku, place, stocktake, counter, counted, difference, lots = [] } = command.data;
  const count = openCountOf(stock, stocktake, counter);
  if (!stock || !count || counted - count.book !== difference) throw differsSince(sku, place);
  if (lotsDiffer(lots, count)) throw differsSince(sku, place);
  if (countIsNotSpoiled.brokenBy({ difference, least: count.least })) throw spoiled(sku, place);
  const { countedAt, book } = count;
  const adjusted = {
    ...{ sku, place, stocktake, countedAt },
    ...{ counted: unitsOf(counted), book: unitsOf(book), quantity: unitsOf(difference) },
    value: worthOf(difference, stock),
    ...lotsAdjusted(lots),
  };
  return [happened(command, 'StockAdjusted', adjusted, ['R15', 'R16'])];
}

/** Whether what was approved of each lot is no more what the books say of the moment of the count. */
function lotsDiffer(lots: readonly LotCounted[], { lots: kept = [] }: OpenCount): boolean {
  const bookOf = (lot: string) => kept.find((each) => each.lot === lot)?.book ?? 0;
  const isNamed = (lot: string) => lots.some((each) => each.lot === lot);
  const isForgotten = kept.some(({ lot, book }) => book !== 0 && !isNamed(lot));
  return isForgotten || lots.some((each) => each.counted - bookOf(each.lot) !== each.difference);
}

function lotsAdjusted(lots: readonly LotCounted[]): { readonly lots?: readonly LotOf[] } {
  const adjusted = lots
    .filter(({ difference }) => difference !== 0)
    .map(({ counted: _, difference: thousandths, ...lot }) => ({ ...lot, thousandths }));
  return adjusted.length > 0 ? { lots: onPaper(adjusted) } : {};
}

/**
 * What a difference is worth: missing pieces at the moving average of the place, as whatever goes out;
 * those too many at that average too, or, where there are none to have one, at what the last receipt
 * cost, and at nothing where there was none.
 *
 * @throws Invalid `worth-too-much` no such difference is kept: it is counted again
 */
export function worthOf(difference: Thousandths, stock: StockState): Yuan {
  return keepable(worthAtAverage(difference, stock), stock);
}

function worthAtAverage(difference: Thousandths, stock: StockState): Yuan {
  if (difference < 0) return yuan(-fen(valueOf(-difference, stock)));
  if (stock.thousandths > 0) return atAverage(difference, stock);
  const last = stock.receipts.at(-1);
  return last ? priceOf(difference, last.unitCost) : '0.00';
}

/**
 * What was decided, with what upholds the counts that saw it already: a movement before an approved
 * count changes nothing of what has been there since (R16). A piece with a serial number was there at the
 * count, or was not, by itself: only what the count has missed can have gone before it.
 *
 * @throws NotPossible `counted-since`
 */
export function upholdingCounts(
  command: Command,
  stock: Stock,
  decided: readonly StockEvent[],
): readonly StockEvent[] {
  if (!stock?.approved) return decided;
  const events = decided.flatMap((event) => {
    const upheld = isMovement(event) && upholding(command, stock, event);
    if (!upheld) return [event];
    // In before out, so that there is never less than nothing between the two.
    return upheld.data.quantity > 0 ? [upheld, event] : [event, upheld];
  });
  const upheld = events.filter(({ type }) => type === 'StockCountUpheld') as StockCountUpheld[];
  return [...events, ...toldAfterCount(command, events.reduce(evolveStock, stock)!, upheld)];
}

/**
 * R16: a movement of before a count that is told only after its approval is found of whoever told it; a use
 * that is set right, of whoever had used it. Of one command it is found once.
 */
function toldAfterCount(
  command: Command,
  after: StockState,
  upheld: readonly StockCountUpheld[],
): readonly StockEvent[] {
  const told = upheld.filter(({ data }) => data.toldLate !== 'StockAdjusted');
  const missed = broken([found.movementIsToldBeforeCount], { toldAfter: told.length });
  const { stocktake, toldLate, slip, ticket, place } = told[0]?.data ?? { place: '' };
  const user = toldLate === 'MaterialUseTakenBack' ? handsAt(place) : undefined;
  const remark = [stocktake, slip ?? ticket ?? toldLate].join(' · ');
  return recordDeeds(command, after, missed, { person: user ?? command.actor.id, remark });
}

function upholding(
  command: Command,
  stock: StockState,
  event: Movement,
): StockCountUpheld | undefined {
  const change = changeOf(event);
  const count = countAfter(stock, happenedAt(event));
  if (!count || change === 0) return undefined;
  if ('serials' in event.data && event.data.serials && (change > 0 || !isMissed(command)))
    throw countedSince(count);
  const { sku, place } = stock;
  const value = yuan(BigInt(-DIRECTIONS[event.type]) * fen(event.data.value));
  const lots = lotChangesOf(event).map((each) => ({ ...each, thousandths: -each.thousandths }));
  const some = {
    quantity: unitsOf(-change),
    value,
    ...(lots.length > 0 && { lots: onPaper(lots) }),
  };
  const movedAt = happenedAt(event);
  const against = {
    sku,
    place,
    ...count,
    ...some,
    toldLate: event.type,
    movedAt,
    ...paperOf(event),
  };
  // Before the count things stood as the movement left them.
  const then = { ...command, occurredAt: lastBefore(count.countedAt) };
  return happened(then, 'StockCountUpheld', against, ['R15', 'R16']);
}

/** By which people know the movement: its slip, or the ticket that it was for; neither where it has none. */
function paperOf({ data }: Movement): Pick<StockCountUpheld['data'], 'slip' | 'ticket'> {
  const slip = 'slip' in data ? data.slip : undefined;
  const ticket = 'ticket' in data ? data.ticket : undefined;
  return { ...(slip !== undefined && { slip }), ...(ticket !== undefined && { ticket }) };
}

/** Whether the pieces were missed by a count before it was told where they had gone. */
function isMissed(command: object): boolean {
  const { known, missed } = command as { known?: KnownPieces } & KnownPieces;
  return (known?.missed ?? missed) === true;
}

function spoiled(sku: string, place: string): Refused {
  const { article, code, says } = countIsNotSpoiled;
  const where = { zh: `${says.zh}：${place} 的 ${sku}`, en: `${says.en}: ${sku} at ${place}` };
  return new Refused(article, code, where);
}
