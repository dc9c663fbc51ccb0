import { findingsAfter, isOfFinding } from '@app/findings';
import { streamsOf } from '@app/kernel';
import { added, inThousandths, lastOf, REMEMBERED } from './bookkeeping.js';
import { countApproved, countNoted, countsAfter, lastBefore, type OpenCount } from './counts.js';
import { countedUpTo, type Stock, type StockState } from './stock.books.js';
import type { StockBooking, StockEvent } from './stock.events.js';
import { waitingAt } from './requests.js';
import { datesAfter, lotsAfter, type LotAt } from './lot.js';
import { lotsCountedUpTo } from './lots-there.js';
import { changeOf, DIRECTIONS, isMovement, lotChangesOf, type Movement } from './movements.js';
import { receiptsAfter } from './stock.receipts.js';
import { calledBack, gaveBack, issued, without } from './stock.issues.js';
import { isOfReservation, withReservation } from './stock.reservations.js';
import { lessTakenBack, saleOf } from './stock.sales.js';
import { used, usedLess, usedMore } from './stock.uses.js';

/** A material at a place. */
export interface StockId {
  readonly sku: string;
  readonly place: string;
}

export const stockStreams = streamsOf<Stock, StockId>('stock', ['sku', 'place']);

type Booked = Exclude<StockBooking, { type: 'StockCarriedForward' }>;

export function evolveStock(stock: Stock, event: StockEvent): Stock {
  if (isOfFinding(event)) {
    if (!stock) return stock;
    const findings = findingsAfter(stock.findings, event);
    return { ...stock, findings, since: stock.since + 1 };
  }
  if (event.type === 'StockCarriedForward') return event.data;
  const { sku, place } = event.data;
  const before = stock ?? nothingAt(sku, place, event.occurredAt);
  if (isOfReservation(event)) return { ...withReservation(before, event), since: before.since + 1 };
  const moved = movedBy(before, event);
  const receipts = receiptsAfter(moved.receipts, event);
  return { ...moved, ...besides(moved, event), receipts, since: before.since + 1 };
}

function nothingAt(sku: string, place: string, latest: string): StockState {
  const lists = {
    movements: [],
    ways: [],
    requests: [],
    reservations: [],
    receipts: [],
    sales: [],
    uses: [],
    uncovered: [],
    findings: [],
  };
  return { sku, place, thousandths: 0, value: '0.00', latest, since: 0, ...lists };
}

function movedBy(stock: StockState, event: Booked): StockState {
  const latest = event.occurredAt > stock.latest ? event.occurredAt : stock.latest;
  if (event.type === 'PriceDifferenceBooked')
    return { ...stock, latest, value: added(stock.value, event.data.difference, 1) };
  if (!isMovement(event)) return { ...stock, latest };
  const change = changeOf(event);
  const { value } = event.data;
  const movement = movementOf(event);
  return {
    ...remembering(stock, movement),
    ...countsAfter(stock, movement),
    latest,
    thousandths: stock.thousandths + change,
    ...(movement.lots && lotsWith(stock, movement.lots)),
    value: added(stock.value, value, DIRECTIONS[event.type]),
  };
}

/** What there is of each lot, and when each expires, also where it is all gone: it may come back without its date. */
function lotsWith(stock: StockState, moved: readonly LotAt[]): Pick<StockState, 'lots' | 'dates'> {
  const dates = datesAfter(stock.dates, moved);
  return { lots: lotsAfter(stock.lots, moved), ...(dates.length > 0 && { dates }) };
}

/** What was not used after all was there all the time; what a count found was there at its moment. */
export function happenedAt(event: Movement): string {
  switch (event.type) {
    case 'MaterialUseTakenBack':
      return event.data.usedAt;
    case 'StockAdjusted':
    case 'StockCountUpheld':
      return lastBefore(event.data.countedAt);
    default:
      return event.occurredAt;
  }
}

/** As the books remember it. */
export function movementOf(event: Movement): StockState['movements'][number] {
  const lots = lotChangesOf(event);
  const change = { change: changeOf(event), ...(lots.length > 0 && { lots }) };
  return { at: happenedAt(event), ...change, ...ofEntry(event), ...cameFrom(event) };
}

function cameFrom(event: Movement): Pick<StockState['movements'][number], 'came'> {
  if (event.type !== 'MaterialTakenIn' || event.data.left === undefined) return {};
  const { left, slip, enteredLateBy: by = event.actor.id } = event.data;
  return { came: { left, by, ...(slip !== undefined && { slip }) } };
}

function ofEntry({ data }: Movement): Pick<StockState['movements'][number], 'of'> {
  return 'entry' in data ? { of: { ticket: data.ticket, entry: data.entry } } : {};
}

/** A count may find as many, of other lots. */
export function isNoMove({ change, lots }: StockState['movements'][number]): boolean {
  return change === 0 && !lots;
}

/** With a movement more; the earliest of too many is forgotten. */
function remembering(stock: StockState, movement: StockState['movements'][number]): StockState {
  if (isNoMove(movement)) return stock;
  const movements = [...stock.movements, movement];
  if (movements.length <= REMEMBERED) return { ...stock, movements };
  const [earliest, ...others] = movements.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const { forgotten = earliest!.at } = stock;
  return {
    ...stock,
    movements: others,
    forgotten: forgotten < earliest!.at ? earliest!.at : forgotten,
  };
}

/** What else the books hold after an event. */
function besides(stock: StockState, event: Booked): Partial<StockState> {
  switch (event.type) {
    case 'MaterialRequested': {
      const { slip, to, quantity, until } = event.data;
      const { id, onBehalfOf: by = id } = event.actor;
      const asked = {
        slip,
        to,
        by,
        ...(by !== id && { enteredBy: id }),
        at: event.occurredAt,
        until,
      };
      const request = { ...asked, thousandths: inThousandths(quantity), approved: false };
      const waiting = waitingAt(stock.requests, event.occurredAt);
      return { requests: [...without(waiting, slip), request] };
    }
    case 'MaterialRequestApproved':
      return {
        requests: stock.requests.map((each) =>
          each.slip === event.data.slip ? { ...each, approved: true } : each,
        ),
      };
    case 'MaterialRequestWithdrawn':
    case 'MaterialRequestExpired':
      return { requests: without(stock.requests, event.data.slip) };
    case 'MaterialIssued':
      return issued(stock, event);
    case 'MaterialAccepted': {
      const { slip } = event.data;
      return {
        ways: without(stock.ways, slip),
        arrived: lastOf(stock.arrived ?? [], slip),
      };
    }
    case 'MaterialTakenIn':
      return gaveBack(stock, event);
    case 'MaterialDeclined':
      return calledBack(stock, event.data.slip);
    case 'MaterialSold':
      return { sales: lastOf(stock.sales, saleOf(event)) };
    case 'MaterialTakenBack':
      return { sales: stock.sales.map((sale) => lessTakenBack(sale, event.data)) };
    case 'MaterialUsed':
      return used(stock, event);
    case 'MaterialUseTakenBack':
      return usedLess(stock, event.data);
    case 'UncoveredUseExplained':
      return usedMore(stock, event.data);
    case 'StockCountNoted':
      return countNoted(stock, event.data, saidOfCount(stock, event.data));
    case 'StockAdjusted':
      return countApproved(stock, event.data);
    default:
      return {};
  }
}

/** What the books say of the moment of a count: what the event found in the log where they had forgotten it. */
function saidOfCount(
  stock: StockState,
  { countedAt, then }: Extract<Booked, { type: 'StockCountNoted' }>['data'],
): Pick<OpenCount, 'book' | 'least' | 'lots'> {
  const at = lastBefore(countedAt);
  if (!then) return { ...countedUpTo(stock, at), ...lotsCountedUpTo(stock, at) };
  const said = (units: { readonly book: number; readonly least: number }) => ({
    book: inThousandths(units.book),
    least: inThousandths(units.least),
  });
  const lots = then.lots?.map(({ lot, ...units }) => ({ lot, ...said(units) }));
  return { ...said(then), ...(lots && { lots }) };
}
