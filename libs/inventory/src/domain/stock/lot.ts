import { asPrinted, type LocalDate } from '@app/kernel';
import { inThousandths, lastOf } from './bookkeeping.js';
import { unitsOf, type Thousandths } from './quantity.js';

/** So many units of a lot; below zero where a count missed them. */
export interface LotOf {
  /** In capitals: scanners and people write it either way. */
  readonly lot: string;
  readonly quantity: number;
  /** Last business date on which it may be handed out; absent: it keeps. */
  readonly expires?: LocalDate;
}

/** The same in the books. */
export interface LotAt extends Omit<LotOf, 'quantity'> {
  readonly thousandths: Thousandths;
}

/** When a lot expires. */
export interface LotDate {
  readonly lot: string;
  readonly expires: LocalDate;
}

/** What was counted of a lot, and what the books had more (below zero) or less. */
export interface LotCounted extends Pick<LotOf, 'lot' | 'expires'> {
  readonly counted: Thousandths;
  readonly difference: Thousandths;
}

/** As it is kept: as it is printed, in capitals. */
export function lotOf(written: string): string {
  return asPrinted(written).toUpperCase();
}

/** @param sign 1: they come in; −1: they go out */
export function inBooks(lots: readonly LotOf[] = [], sign: 1 | -1 = 1): LotAt[] {
  return lots.map(({ quantity, ...lot }) => ({
    ...lot,
    thousandths: sign * inThousandths(quantity),
  }));
}

export function onPaper(lots: readonly LotAt[]): LotOf[] {
  return lots.map(({ thousandths, ...lot }) => ({ ...lot, quantity: unitsOf(thousandths) }));
}

/** What there is of each lot after a change; of two papers that say when it expires the earlier date counts. */
export function lotsAfter(before: readonly LotAt[] = [], changes: readonly LotAt[]): LotAt[] {
  const lots = new Map(before.map((each) => [each.lot, each]));
  for (const change of changes) {
    const had = lots.get(change.lot);
    const thousandths = (had?.thousandths ?? 0) + change.thousandths;
    const [expires] = [had?.expires, change.expires].flatMap((each) => each ?? []).toSorted();
    lots.set(change.lot, { lot: change.lot, thousandths, ...(expires && { expires }) });
  }
  return [...lots.values()].filter(({ thousandths }) => thousandths !== 0);
}

/** With the dates that lots come with; of two papers the earlier date counts, and the oldest of too many is forgotten. */
export function datesAfter(
  dates: readonly LotDate[] = [],
  lots: readonly Pick<LotAt, 'lot' | 'expires'>[],
): readonly LotDate[] {
  return lots.reduce((known, { lot, expires }) => {
    const before = known.find((each) => each.lot === lot);
    if (expires === undefined || (before && before.expires <= expires)) return known;
    const others = known.filter((each) => each !== before);
    return lastOf(others, { lot, expires });
  }, dates);
}

/** The lots as a paper names them, with the dates that are known where it says none. */
export function dated(lots: readonly LotOf[], dates: readonly LotDate[] = []): LotOf[] {
  return lots.map((each) => ({ ...dates.find(({ lot }) => lot === each.lot), ...each }));
}

/** So many of these, the first of them first. */
export function firstOf(lots: readonly LotAt[], asked: Thousandths): LotAt[] {
  let left = asked;
  return lots.flatMap((each) => {
    const thousandths = Math.min(left, each.thousandths);
    left -= thousandths;
    return thousandths > 0 ? [{ ...each, thousandths }] : [];
  });
}

/** How many they are together. */
export function totalOf(lots: readonly LotAt[]): Thousandths {
  return lots.reduce((sum, { thousandths }) => sum + thousandths, 0);
}

/** First what expires first, then what keeps. */
export function byExpiry(lots: readonly LotAt[]): LotAt[] {
  const key = ({ lot, expires = '9999-12-31' }: LotAt) => `${expires} ${lot}`;
  return lots.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
