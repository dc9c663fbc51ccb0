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
  /** The numbers in force then; default: those of the year. */
  readonly by?: Numbers;
}

/** How many make a major one, and how many major demerits bring dismissal. */
export type Numbers = Pick<Reckoning, 'meritsToMajor' | 'demeritsToMajor' | 'majorsToDismissal'>;

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
 * offset before later ones. Where an edition cuts the year, each act counts by the numbers of its own day: one
 * of three before, and one of four after.
 */
export function reckon(acts: readonly Act[], by: Reckoning): Explanation {
  const inOrder = acts.toSorted((a, b) => compare(a.date, b.date) || a.case - b.case);
  const gross = inOrder.map(({ level, case: number }) => ({ level, of: [number] }));
  const numbers = numbersOf(inOrder, by);
  const start: Pools = { left: gross, converted: [], offset: [] };
  const end =
    by.order === 'convert-then-offset'
      ? offsetAll(convertAll(start, numbers))
      : offsetAll(convertAll(offsetAll(start), numbers));
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

/** Whether as many major demerits are left as bring dismissal, each by the numbers of its latest facts. */
export function netStandsForDismissal(acts: readonly Act[], by: Reckoning): boolean {
  const numbers = numbersOf(acts, by);
  const left = reckon(acts, by).net.filter(({ level }) => level === 'major-demerit');
  return isWhole(left.map(({ of }) => numbers(of.at(-1)!).majorsToDismissal));
}

/** Whether all acts count by the same numbers, as in a year that no edition cuts. */
export function countAlike(acts: readonly Act[], by: Numbers): boolean {
  return acts.every((act) => NUMBERS.every((each) => (act.by ?? by)[each] === by[each]));
}

const NUMBERS = ['meritsToMajor', 'demeritsToMajor', 'majorsToDismissal'] as const;

type NumbersOf = (of: number) => Numbers;

/** By which numbers the act of a case counts. */
function numbersOf(acts: readonly Act[], by: Numbers): NumbersOf {
  const own = new Map(acts.map((act) => [act.case, act.by ?? by]));
  return (of) => own.get(of) ?? by;
}

/** One of each number together make one: three thirds, or two thirds and two quarters. */
function isWhole(numbers: readonly number[]): boolean {
  const all = numbers.reduce((product, each) => product * BigInt(each), 1n);
  return numbers.reduce((sum, each) => sum + all / BigInt(each), 0n) >= all;
}

function convertAll(pools: Pools, numbers: NumbersOf): Pools {
  const of = (name: 'meritsToMajor' | 'demeritsToMajor') => (each: Counted) =>
    numbers(each.of[0]!)[name];
  const merits = convert(pools, 'merit', 'major-merit', of('meritsToMajor'));
  return convert(merits, 'demerit', 'major-demerit', of('demeritsToMajor'));
}

function convert(pools: Pools, from: Level, to: Level, numberOf: (each: Counted) => number): Pools {
  const groups: Counted[][] = [];
  let next: Counted[] = [];
  for (const each of pools.left.filter(({ level }) => level === from)) {
    next.push(each);
    if (!isWhole(next.map(numberOf))) continue;
    groups.push(next);
    next = [];
  }
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
