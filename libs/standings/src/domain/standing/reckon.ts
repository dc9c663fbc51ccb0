import type { LocalDate } from '@app/kernel';
import type { Level } from '../edition/clause.js';
import type { Reckoning } from '../case/judged-by.js';

/** One level that an act awarded or imposed. */
export interface Act {
  readonly case: number;
  readonly level: Level;
  readonly points: number;
  /** Business date of the facts. */
  readonly date: LocalDate;
}

/** What counts as one of a level: an act of its own, or what others were converted to. */
export interface Counted {
  readonly level: Level;
  /** The cases that it is made of: one, unless it was converted. */
  readonly of: readonly number[];
}

/** 一次抵一次: which went against which. */
export interface Offset {
  readonly reward: Counted;
  readonly discipline: Counted;
}

/** Points of one month, and the cases that they are of. */
export interface MonthPoints {
  /** `2026-03`. */
  readonly month: string;
  readonly points: number;
  readonly of: readonly number[];
}

/** How a year's standing comes about (D8), down to the cases of each number. */
export interface Explanation {
  readonly gross: readonly Counted[];
  /** What three made one. */
  readonly converted: readonly Counted[];
  readonly offset: readonly Offset[];
  /** What is left after conversion and offset. */
  readonly net: readonly Counted[];
  readonly points: number;
  readonly months: readonly MonthPoints[];
}

interface Pools {
  readonly left: readonly Counted[];
  readonly converted: readonly Counted[];
  readonly offset: readonly Offset[];
}

/** Like goes against like (D8): no other pair offsets. */
const PAIRS: readonly (readonly [Level, Level])[] = [
  ['commendation', 'warning'],
  ['merit', 'demerit'],
  ['major-merit', 'major-demerit'],
];

/**
 * The standing of a year from the acts of its facts, in the order of the edition; computed anew from
 * the gross counts, so that the order of decisions changes nothing. Earlier facts are converted and
 * offset before later ones.
 */
export function reckon(acts: readonly Act[], by: Reckoning): Explanation {
  const inOrder = acts.toSorted((a, b) => compare(a.date, b.date) || a.case - b.case);
  const gross = inOrder.map(({ level, case: number }) => ({ level, of: [number] }));
  const start: Pools = { left: gross, converted: [], offset: [] };
  const end =
    by.order === 'convert-then-offset'
      ? offsetAll(convertAll(start, by))
      : offsetAll(convertAll(offsetAll(start), by));
  const { left: net, converted, offset } = end;
  return { gross, converted, offset, net, ...pointsOf(inOrder) };
}

/** How many of a level are left. */
export function countOf({ net }: Pick<Explanation, 'net'>, level: Level): number {
  return net.filter((each) => each.level === level).length;
}

/** How many acts there are of each level. */
type LevelCounts = Readonly<Record<Level, number>>;

/**
 * 全年度累计三次大过: as many major demerits as bring dismissal are left. Of `reckon` the counts alone, which
 * follow from the gross counts, so that what is asked after every act of a year costs no reckoning.
 */
export function standsForDismissal(counts: LevelCounts, by: Reckoning): boolean {
  const { merit, demerit } = counts;
  const offset = by.order === 'offset-then-convert' ? Math.min(merit, demerit) : 0;
  const rewards = counts['major-merit'] + Math.floor((merit - offset) / by.meritsToMajor);
  const left = counts['major-demerit'] + Math.floor((demerit - offset) / by.demeritsToMajor);
  return left - rewards >= by.majorsToDismissal;
}

function convertAll(pools: Pools, { meritsToMajor, demeritsToMajor }: Reckoning): Pools {
  const merits = convert(pools, 'merit', 'major-merit', meritsToMajor);
  return convert(merits, 'demerit', 'major-demerit', demeritsToMajor);
}

function convert(pools: Pools, from: Level, to: Level, count: number): Pools {
  const candidates = pools.left.filter(({ level }) => level === from);
  const groups = Array.from({ length: Math.floor(candidates.length / count) }, (_, index) =>
    candidates.slice(index * count, (index + 1) * count),
  );
  const used = new Set(groups.flat());
  const made = groups.map((group) => ({ level: to, of: group.flatMap(({ of }) => of) }));
  return {
    left: [...pools.left.filter((each) => !used.has(each)), ...made],
    converted: [...pools.converted, ...made],
    offset: pools.offset,
  };
}

function offsetAll(pools: Pools): Pools {
  return PAIRS.reduce((after, [reward, discipline]) => offset(after, reward, discipline), pools);
}

function offset(pools: Pools, reward: Level, discipline: Level): Pools {
  const rewards = pools.left.filter(({ level }) => level === reward);
  const disciplines = pools.left.filter(({ level }) => level === discipline);
  const pairs = rewards
    .slice(0, disciplines.length)
    .map((each, index) => ({ reward: each, discipline: disciplines[index]! }));
  const used = new Set(pairs.flatMap((pair) => [pair.reward, pair.discipline]));
  return {
    ...pools,
    left: pools.left.filter((each) => !used.has(each)),
    offset: [...pools.offset, ...pairs],
  };
}

/** Points belong to the month of the facts, and neither conversion nor offset moves them. */
function pointsOf(acts: readonly Act[]): Pick<Explanation, 'points' | 'months'> {
  const months = [...new Set(acts.map(({ date }) => date.slice(0, 7)))].map((month) => {
    const of = acts.filter(({ date }) => date.startsWith(month));
    return { month, points: total(of), of: of.map((each) => each.case) };
  });
  return { points: total(acts), months };
}

function total(acts: readonly Act[]): number {
  return acts.reduce((sum, { points }) => sum + points, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
