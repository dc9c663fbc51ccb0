import { fen, yuan } from '@app/kernel';
import type { Figure } from '../case/facts.js';
import { monthsOf } from '../case/figures.js';
import type { Target } from '../figures/figures.values.js';
import { daysOfMonth, type Days } from '../figures/days.js';
import { noFigures, type Figures } from '../figures/figures.state.js';
import type { PaperFigure } from '../opening/opening.events.js';
import type { ProRata } from '../edition/edition.js';

/** What the figures of an employee are in their years, and on which days they are asked for. */
export interface Kept {
  /** By year, `2026`. */
  readonly figures: ReadonlyMap<string, Figures>;
  /** The days on which they were in the department that judges them. */
  readonly presence: readonly Days[];
  readonly proRata: ProRata;
}

/**
 * Target and result of a period, of the months of which a day is asked for. A target that is set for
 * part of a month only counts by the edition's setting, to the fen, half a fen rounded up. What paper says
 * was judged there: it stands as it is.
 *
 * @returns undefined where a month has no target, or all of them together ask for nothing: there is
 *   nothing then to be judged by
 */
export function figureOf(period: string, target: Target, kept: Kept): Figure | undefined {
  const onPaper = paperOf(period, target, kept);
  if (onPaper) return { period, target: onPaper.target, result: onPaper.result, fromPaper: true };
  const months = monthsOf(period).map((month) => figureOfMonth(month, target, kept));
  const asked = months.filter((each) => each !== 'not-asked');
  if (asked.includes('no-target')) return undefined;
  const sums = (asked as readonly Amounts[]).reduce(
    (sum, each) => ({ target: sum.target + each.target, result: sum.result + each.result }),
    { target: 0n, result: 0n },
  );
  if (sums.target <= 0n) return undefined;
  const some = monthsOf(period).some((month) => paperOf(month, target, kept));
  return {
    period,
    target: yuan(sums.target),
    result: yuan(sums.result > 0n ? sums.result : 0n),
    ...(some && { fromPaper: true }),
  };
}

/** What an approved entry from paper says of exactly that period. */
export function paperOf(
  period: string,
  target: Target,
  { figures }: Pick<Kept, 'figures'>,
): PaperFigure | undefined {
  const paper = figures.get(period.slice(0, 4))?.paper ?? [];
  return paper.find((each) => each.of === target && each.period === period);
}

interface Amounts {
  readonly target: bigint;
  readonly result: bigint;
}

function figureOfMonth(month: string, of: Target, kept: Kept): Amounts | 'not-asked' | 'no-target' {
  const onPaper = paperOf(month, of, kept);
  if (!onPaper) return keptOfMonth(month, of, kept);
  return { target: fen(onPaper.target), result: fen(onPaper.result) };
}

function keptOfMonth(
  month: string,
  of: Target,
  { figures, presence, proRata }: Kept,
): Amounts | 'not-asked' | 'no-target' {
  const year = figures.get(month.slice(0, 4)) ?? noFigures();
  const days = daysOfMonth(month);
  const asked = days.filter((day) => isWithin(day, presence) && !isWithin(day, year.leave)).length;
  const whole = asked === days.length;
  if (asked === 0 || (proRata === 'whole-months' && !whole)) return 'not-asked';
  const target = year.targets[of][month];
  if (target === undefined) return 'no-target';
  const result = fen(year.results[of === 'sales' ? 'sales' : 'hours'][month] ?? '0.00');
  if (whole || proRata === 'none') return { target: fen(target), result };
  return { target: share(fen(target), asked, days.length), result };
}

function isWithin(day: string, spans: readonly Days[]): boolean {
  return spans.some(({ from, until }) => from <= day && day <= until);
}

function share(amount: bigint, part: number, whole: number): bigint {
  return (2n * amount * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole));
}
