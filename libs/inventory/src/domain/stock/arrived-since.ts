import { recordDeeds } from '@app/findings';
import { broken, type Instant } from '@app/kernel';
import { happened } from '@app/policy';
import { inThousandths } from './bookkeeping.js';
import { found } from './found.js';
import { firstOf, lotsAfter, onPaper, totalOf, type LotAt } from './lot.js';
import { lotsThere } from './lots-there.js';
import { unitsOf, type Thousandths } from './quantity.js';
import {
  availableAt,
  withMemoryOf,
  type CameFrom,
  type Movements,
  type Stock,
  type StockState,
} from './stock.books.js';
import type { UseMaterial } from './stock.commands.js';
import type { MaterialUsed, StockEvent } from './stock.events.js';
import { evolveStock } from './stock.state.js';
import { takenFrom } from './value.js';

/**
 * What was used before it was confirmed, and is told only after it, came from what was on its way then and has
 * arrived since, as though it had been told before (R12): the use is explained as of the arrival. A piece with
 * a serial number says itself whether it was on its way.
 */
export function arrivedSince(
  command: UseMaterial,
  told: MaterialUsed,
  before: Stock,
): readonly StockEvent[] {
  const { inHand, arrivedAt, moved, occurredAt: at } = command;
  const books = withMemoryOf(before, moved);
  const arrivals = (books?.movements ?? []).flatMap(({ came, at: when }) =>
    came && came.left <= at && at < when ? [{ ...came, at: when }] : [],
  );
  const events: StockEvent[] = [];
  let stock = evolveStock(books, told);
  if (inHand !== undefined) {
    const arrival = arrivals.find((each) => each.at === arrivedAt);
    const from = [{ lot: UNNAMED, thousandths: inThousandths(1) }];
    return arrival ? explainedAt(arrival, { command, from, open: 0, stock: stock! }) : [];
  }
  let open = inThousandths(told.data.uncovered ?? 0);
  for (const arrival of arrivals.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const from = firstOf(leftOf(arrival.at, command, stock!), open);
    if (from.length === 0) continue;
    open -= totalOf(from);
    const explained = explainedAt(arrival, { command, from, open, stock: stock! });
    events.push(...explained);
    stock = explained.reduce(evolveStock, stock);
  }
  return events;
}

interface Explained {
  readonly command: UseMaterial;
  readonly from: readonly LotAt[];
  /** Of the use, still uncovered. */
  readonly open: Thousandths;
  readonly stock: StockState;
}

/** The lateness is of whoever entered the issue late or confirmed it, as where the use is told before. */
function explainedAt(
  { at, by, slip }: CameFrom & { readonly at: Instant },
  { command, from, open, stock }: Explained,
): readonly StockEvent[] {
  const { sku, place, ticket, visit, entry, serials } = command.data;
  const then = { ...command, occurredAt: at };
  const covered = totalOf(from);
  const explained = {
    ...{ sku, place, ticket, visit, entry, quantity: unitsOf(covered) },
    value: takenFrom(covered, stock),
    ...(serials && { serials }),
    ...(command.byLot && { lots: onPaper(from) }),
    ...(open > 0 && { stillUncovered: unitsOf(open) }),
  };
  const missed = broken([found.issueIsRecordedBeforeUse], { usedBefore: 1 });
  const about = { person: by, remark: `${slip ?? place} → ${ticket}` };
  return [
    happened(then, 'UncoveredUseExplained', explained, ['R12']),
    ...recordDeeds(then, stock, missed, about),
  ];
}

/** What came at a moment of what had left by the use, less what it explained, as far as it is there since. */
function leftOf(at: Instant, command: UseMaterial, stock: StockState): LotAt[] {
  const { byLot, data, occurredAt } = command;
  const came = stock.movements
    .filter((each) => each.at === at && (each.came ? each.came.left <= occurredAt : each.of))
    .reduce<LotAt[]>((sum, each) => lotsAfter(sum, lotsIn(each)), []);
  const there = byLot
    ? lotsThere(stock, at)
    : [{ lot: UNNAMED, thousandths: availableAt(stock, at) }];
  return there
    .filter(({ lot }) => data.lot === undefined || lot === data.lot)
    .map((each) => {
      const most = came.find((one) => one.lot === each.lot)?.thousandths ?? 0;
      return { ...each, thousandths: Math.max(0, Math.min(each.thousandths, most)) };
    })
    .filter(({ thousandths }) => thousandths > 0);
}

/** Where lots are not kept, all is as one without a number. */
const UNNAMED = '';

function lotsIn({ change, lots }: Movements[number]): readonly LotAt[] {
  return lots ?? [{ lot: UNNAMED, thousandths: change }];
}
