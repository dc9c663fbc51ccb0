import type { Command, Instant } from '@app/kernel';
import { happened } from '@app/policy';
import { countAfter } from './counts.js';
import { byExpiry, firstOf, inBooks, lotsAfter, onPaper, totalOf, type LotAt } from './lot.js';
import { lotsThere } from './lots-there.js';
import type { Moved } from './moved.js';
import { unitsOf } from './quantity.js';
import { availableAt, type StockState, type UncoveredUse } from './stock.books.js';
import type { UncoveredUseExplained } from './stock.events.js';
import { evolveStock } from './stock.state.js';
import { valueOf } from './value.js';

/** What comes into hands, or as it turns out was in them. */
export interface Coming {
  readonly some: Pick<Moved, 'quantity' | 'serials' | 'lots'>;
  /** Since when it is there. */
  readonly at: Instant;
  /** When it had left for there; default: it was not on its way. */
  readonly left?: Instant;
  /** It had been there before by all that is known, so that an earlier use may have been of it; default: it had not. */
  readonly wasThere?: true;
}

/**
 * R12: what is uncovered is explained by what comes to be known as having been in those hands when it was used,
 * whatever paper says so, and however late: as it would have been in hand, had that been told before. It is as
 * of the use, or of when it came where that was later. What a count stands between is not explained by it: the
 * count has seen it.
 *
 * A piece with a serial number explains its own use, so that the order of telling changes nothing. Of other goods
 * the use that was told first is explained first, and stays so: where several compete for what is there, which of
 * them is explained depends on the order in which they were told.
 *
 * @param after the books with what comes
 */
export function explainedBy(
  coming: Coming,
  command: Command,
  after: StockState,
): readonly UncoveredUseExplained[] {
  const events: UncoveredUseExplained[] = [];
  let stock = after;
  let rest = arriving(coming);
  for (const use of explainable(coming, after)) {
    const from = firstOf(fitting(rest, use, coming, stock), use.thousandths);
    if (from.length === 0) continue;
    rest = lotsAfter(
      rest,
      from.map((each) => ({ ...each, thousandths: -each.thousandths })),
    );
    const then = { ...command, occurredAt: explainedAt(use, coming) };
    const explained = explainedOf(use, from, coming, stock);
    const event = happened(then, 'UncoveredUseExplained', explained, ['R12']);
    events.push(event);
    stock = evolveStock(stock, event)!;
  }
  return events;
}

/** What comes, first what expires first; where lots are not kept, as one without a number. */
function arriving({ some: { quantity, lots } }: Coming): LotAt[] {
  return byExpiry(inBooks(lots ?? [{ lot: UNNAMED, quantity }]));
}

const UNNAMED = '';

/** A piece with a serial number explains the first use of that piece, and of no other. */
function explainable(coming: Coming, stock: StockState): readonly UncoveredUse[] {
  const { some, at, left = at, wasThere } = coming;
  const uses = stock.uncovered.filter((use) => wasThere || left <= use.at);
  if (some.serials)
    return some.serials.flatMap((serial) => uses.find((use) => use.serial === serial) ?? []);
  const wall = wallAfter(stock, at);
  return uses.filter((use) => wall === wallAfter(stock, explainedAt(use, coming)));
}

function wallAfter(stock: StockState, at: Instant): Instant | undefined {
  return countAfter(stock, at)?.countedAt;
}

function explainedAt(use: UncoveredUse, { at, wasThere }: Coming): Instant {
  return wasThere || at < use.at ? use.at : at;
}

/** What of it the use may have been of: of a moment before it is known to be there, no more than there was. */
function fitting(
  rest: readonly LotAt[],
  { lot: named, at }: UncoveredUse,
  coming: Coming,
  stock: StockState,
): readonly LotAt[] {
  const some = rest.filter((each) => named === undefined || each.lot === named);
  if (!coming.wasThere || coming.at <= at) return some;
  const there = coming.some.lots
    ? lotsThere(stock, at)
    : [{ lot: UNNAMED, thousandths: availableAt(stock, at) }];
  return some.map((each) => {
    const most = there.find(({ lot }) => lot === each.lot)?.thousandths ?? 0;
    return { ...each, thousandths: Math.min(each.thousandths, most) };
  });
}

function explainedOf(
  { ticket, visit, entry, serial, thousandths }: UncoveredUse,
  from: readonly LotAt[],
  { some }: Coming,
  stock: StockState,
): UncoveredUseExplained['data'] {
  const { sku, place } = stock;
  const covered = totalOf(from);
  const still = unitsOf(thousandths - covered);
  return {
    ...{ sku, place, quantity: unitsOf(covered), value: valueOf(covered, stock) },
    ...(serial !== undefined && { serials: [serial] }),
    ...(some.lots && { lots: onPaper(from) }),
    ...{ ticket, visit, entry },
    ...(still > 0 && { stillUncovered: still }),
  };
}
