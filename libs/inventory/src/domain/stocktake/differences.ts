import { inThousandths } from '../stock/bookkeeping.js';
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
  { counter, enteredBy = counter, at: countedAt, thousandths: counted, serials }: Count,
  books: KnownLine | undefined,
): Compared[] {
  const open = books?.counts.find((each) => each.counter === counter);
  if (!open) return [];
  const { book, least } = open;
  const parties = [counter, enteredBy];
  const difference = counted - book;
  const found = { sku, place, counter, countedAt, counted, difference, least, parties };
  const expected = books?.expected?.find((each) => each.counter === counter)?.serials;
  if (!expected || !serials) return [found];
  if (inThousandths(expected.length) !== book) throw movedMeanwhile(sku, place);
  return [{ ...found, ...piecesOf(serials, expected) }];
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
  const said = ({ difference, missing = [], found = [] }: Compared) =>
    [difference, missing.join(' '), found.join(' ')].join('/');
  return said(one) === said(other);
}

/** Whether the books do not know of a count of the line any more, as too many were made after it. */
export function isForgotten(line: CountedLine, { lines }: KnownBooks): boolean {
  const open = lines.find((each) => itemOf(each) === itemOf(line))?.counts ?? [];
  return line.counts.some((count) => !open.some(({ counter }) => counter === count.counter));
}

/** Whether more has gone since the count than had been counted. */
export function isSpoiled({ difference, least }: Compared): boolean {
  return countIsNotSpoiled.brokenBy({ difference, least });
}

export function differenceOf(settled: Standing, known: KnownBooks): Difference | undefined {
  const { sku, place, counted, difference, missing, found } = settled;
  if (difference === 0 && !missing && !found) return undefined;
  const books = known.lines.find((each) => itemOf(each) === itemOf(settled))?.books;
  return {
    ...{ sku, place },
    ...{ counted: unitsOf(counted), book: unitsOf(counted - difference) },
    difference: unitsOf(difference),
    value: books && difference !== 0 ? worthOf(difference, books) : '0.00',
    ...(missing && { missing }),
    ...(found && { found }),
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
