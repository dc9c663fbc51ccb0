import { fen, instantOf, plusMinutes, type Instant } from '@app/kernel';
import type { Period, Thresholds } from '../edition/clause.js';
import type { Figure } from './facts.js';

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const FIRST_HALF = /^(\d{4})-H1$/;
const YEAR = /^(\d{4})$/;

/** Which kind of period a figure is of; undefined for what is none. Only the first half-year is evaluated. */
export function kindOf(period: string): Period | undefined {
  if (MONTH.test(period)) return 'month';
  if (FIRST_HALF.test(period)) return 'half-year';
  return YEAR.test(period) ? 'year' : undefined;
}

/** The last moment of a period in the business zone: annual figures count in December, half-year ones in June. */
export function lastMomentOf(period: string): Instant {
  return plusMinutes(instantOf(`${monthAfter(period)}-01`, '00:00'), -1 / 60_000);
}

/** The period after one of the same kind. */
export function next(period: string): string {
  if (MONTH.test(period)) return monthAfter(period);
  const year = String(Number(period.slice(0, 4)) + 1).padStart(4, '0');
  return `${year}${period.slice(4)}`;
}

/** The period so many before one of the same kind. */
export function before(period: string, count: number): string {
  const year = Number(period.slice(0, 4));
  if (!MONTH.test(period)) return `${year - count}${period.slice(4)}`;
  const months = year * 12 + lastMonthOf(period) - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The months of a period, in order. */
export function monthsOf(period: string): readonly string[] {
  if (MONTH.test(period)) return [period];
  return Array.from(
    { length: lastMonthOf(period) },
    (_, index) => `${period.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`,
  );
}

/** The periods to which a month belongs: itself, its year, and of January to June the first half-year. */
export function periodsOf(month: string): readonly string[] {
  const [year] = month.split('-');
  const half = lastMonthOf(month) <= 6 ? [`${year}-H1`] : [];
  return [month, ...half, String(year)];
}

/** Whether a result lies within the bounds of a clause: exact, as 69.99 % is below 70 %. */
export function isWithin(
  { target, result }: Figure,
  { atLeast, below }: Pick<Thresholds, 'atLeast' | 'below'>,
): boolean {
  const share = fen(result) * 100n;
  const of = (percent: number) => fen(target) * BigInt(percent);
  return (
    (atLeast === undefined || share >= of(atLeast)) && (below === undefined || share < of(below))
  );
}

function monthAfter(period: string): string {
  const year = Number(period.slice(0, 4));
  const month = lastMonthOf(period);
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
}

function lastMonthOf(period: string): number {
  if (FIRST_HALF.test(period)) return 6;
  return YEAR.test(period) ? 12 : Number(period.slice(5));
}
