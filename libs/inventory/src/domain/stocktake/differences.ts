import { inThousandths } from '../stock/bookkeeping.js';
import type { OpenCount } from '../stock/counts.js';
import type { LotAt, LotCounted, LotOf } from '../stock/lot.js';
import { unitsOf } from '../stock/quantity.js';
import { countIsNotSpoiled } from '../stock/rules/count-is-not-spoiled.js';
import { worthOf } from '../stock/counting.js';
import { movedSinceCount } from '../tool/tool.errors.js';
import type { KnownBooks, KnownLine } from './stocktake.commands.js';
import { movedMeanwhile } from './stocktake.errors.js';
import type { Difference, ToolDifference } from './stocktake.events.js';
import {
  itemOf,
  type Count,
  type CountedLine,
  type CountedTool,
  type Standing,
} from './stocktake.state.js';

/** A count beside what the books say of its moment. */
interface Compared extends Standing {
  readonly least: number;
  /** Whoever counted, and whoever entered it. */
  readonly parties: readonly string[];
  readonly lots?: readonly (LotCounted & { readonly least: number })[];
}

/**
 * The count of a line that stands: the last one. A line that two people count has one once somebody
 * else has found the same, each compared with the books of their own moment, as stock moves on meanwhile.
 */
export function settledOf(line: CountedLine, known: KnownBooks): Compared | undefined {
  const books = known.lines.find((each) => itemOf(each) === itemOf(line));
  const compared = line.counts.flatMap((count) => comparedWith(line, count, books));
  const last = compared.at(-1);
  if (!last) return undefined;
  if (!line.twice) return last;
  const isAnothers = ({ parties }: Compared) =>
    !parties.some((each) => last.parties.includes(each));
  const agreed = compared
    .slice(0, -1)
    .some((count) => foundTheSame(count, last) && isAnothers(count));
  return agreed ? last : undefined;
}

function comparedWith(
  { sku, place }: CountedLine,
  { counter, enteredBy = counter, at: countedAt, thousandths: counted, serials, lots }: Count,
  books: KnownLine | undefined,
): Compared[] {
  const open = books?.counts.find((each) => each.counter === counter);
  if (!open) return [];
  const { book, least } = open;
  const parties = [counter, enteredBy];
  const difference = counted - book;
  const of = { sku, place, counter, countedAt, counted };
  const found = { ...of, difference, least, parties, ...lotsOf(lots, open.lots) };
  const expected = books?.expected?.find((each) => each.counter === counter)?.serials;
  if (!expected || !serials) return [found];
  if (inThousandths(expected.length) !== book) throw movedMeanwhile(sku, place);
  return [{ ...found, ...piecesOf(serials, expected) }];
}

/** Each lot that was counted, or that the books have had since, beside what they say of the moment. */
function lotsOf(
  counted: readonly LotAt[] | undefined,
  kept: OpenCount['lots'] = [],
): Pick<Compared, 'lots'> {
  if (!counted) return {};
  const names = new Set([...counted, ...kept].map(({ lot }) => lot));
  const lots = [...names].toSorted().map((lot) => {
    const said = counted.find((each) => each.lot === lot);
    const { book, least } = kept.find((each) => each.lot === lot) ?? { book: 0, least: 0 };
    const thousandths = said?.thousandths ?? 0;
    const expires = said?.expires;
    const of = { lot, ...(expires && { expires }) };
    return { ...of, counted: thousandths, difference: thousandths - book, least };
  });
  return { lots };
}

/** Which of the pieces that should have been there were not, and which were there beside them. */
function piecesOf(
  counted: readonly string[],
  expected: readonly string[],
): Pick<Standing, 'missing' | 'found'> {
  const missing = expected.filter((serial) => !counted.includes(serial));
  const found = counted.filter((serial) => !expected.includes(serial)).toSorted();
  return {
    ...(missing.length > 0 && { missing }),
    ...(found.length > 0 && { found }),
  };
}

/** As many more or fewer than the books, and the same pieces. */
function foundTheSame(one: Compared, other: Compared): boolean {
  const said = ({ difference, missing = [], found = [], lots = [] }: Compared) =>
    [difference, missing.join(' '), found.join(' '), textOf(differingOf(lots))].join('/');
  return said(one) === said(other);
}

/** Whether the books do not know of a count of the line any more, as too many were made after it. */
export function isForgotten(line: CountedLine, { lines }: KnownBooks): boolean {
  const open = lines.find((each) => itemOf(each) === itemOf(line))?.counts ?? [];
  return line.counts.some((count) => !open.some(({ counter }) => counter === count.counter));
}

/** Whether more has gone since the count than had been counted. */
export function isSpoiled({ difference, least, lots = [] }: Compared): boolean {
  return [{ difference, least }, ...lots].some((each) => countIsNotSpoiled.brokenBy(each));
}

/** The lots that differ, as a difference names them. */
function differingOf(lots: readonly LotCounted[]): LotOf[] {
  return lots
    .filter(({ difference }) => difference !== 0)
    .map(({ lot, expires, difference }) => ({
      ...{ lot, quantity: unitsOf(difference) },
      ...(expires && { expires }),
    }));
}

/** By which two differences of lots are the same or not. */
export function textOf(lots: readonly LotOf[] = []): string {
  return lots.map(({ lot, quantity }) => `${lot} ${quantity}`).join(' ');
}

export function differenceOf(settled: Standing, known: KnownBooks): Difference | undefined {
  const { sku, place, counted, difference } = settled;
  const which = whichOf(settled);
  if (difference === 0 && Object.keys(which).length === 0) return undefined;
  const books = known.lines.find((each) => itemOf(each) === itemOf(settled))?.books;
  return {
    ...{ sku, place },
    ...{ counted: unitsOf(counted), book: unitsOf(counted - difference) },
    difference: unitsOf(difference),
    value: books && difference !== 0 ? worthOf(difference, books) : '0.00',
    ...which,
  };
}

/** The pieces and lots that differ. */
function whichOf({ missing, found, lots = [] }: Standing): Partial<Difference> {
  const differing = differingOf(lots);
  return {
    ...(missing && { missing }),
    ...(found && { found }),
    ...(differing.length > 0 && { lots: differing }),
  };
}

/**
 * A tool that was not there although the books keep it, or that was although it is lost. What has
 * happened to it since the count stands for itself.
 *
 * @throws NotPossible `tool-moved-since` it was not there, and has changed hands since
 */
export function toolDifferenceOf(
  { tool, seen }: CountedTool,
  known: KnownBooks,
): ToolDifference | undefined {
  const kept = known.tools.find((each) => each.tool === tool);
  if (!kept || !seen) return undefined;
  const movedOn = kept.since > seen.at;
  if (!seen.there && kept.status === 'kept') {
    if (movedOn) throw movedSinceCount(tool);
    return { tool, what: 'missing' };
  }
  return seen.there && kept.status === 'lost' && !movedOn ? { tool, what: 'found' } : undefined;
}
