import { fen } from '@app/kernel';
import type { PersonThen } from '../case/facts.js';
import { before, isWithin, kindOf } from '../case/figures.js';
import { nameOf, targetOf, type Clause } from '../edition/clause.js';
import type { EditionText } from '../edition/edition.js';
import { isPending, type CaseFile } from '../standing.state.js';
import type { Judged } from './evaluation.events.js';
import { figureOf, paperOf, type Kept } from './figure-of-period.js';

/** The clauses of an edition that figures of such periods trigger, for such people. */
export function clausesOf(
  period: string,
  { clauses }: EditionText,
  { department }: Pick<PersonThen, 'department'>,
): readonly Clause[] {
  return clauses.filter(
    (each) =>
      each.trigger === 'figures' &&
      each.department === department &&
      each.period === kindOf(period),
  );
}

/** How many periods the longest streak has that one of the clauses asks for; 1: none asks for one. */
export function longestOf(clauses: readonly Clause[]): number {
  return Math.max(1, ...clauses.map(lengthOf));
}

function lengthOf({ thresholds }: Clause): number {
  return thresholds?.periods ?? 1;
}

/** The periods that a clause asks for, up to this one. */
function windowOf(period: string, clause: Clause): readonly string[] {
  const count = lengthOf(clause);
  return Array.from({ length: count }, (_, index) => before(period, count - 1 - index));
}

/**
 * Every clause that asks for a figure of the period, by the figures that there are up to it. A streak of which
 * one is missing does not hold; that it has begun is said all the same, so that whatever changes in it is seen
 * by the periods that it reaches. A streak starts anew once it has counted, whatever became of its case:
 * dropped, declined or revoked, it does not come back shifted by a period. A later one that is still pending
 * gives way: periods are counted from the oldest on, in whichever order they are evaluated.
 *
 * @param cases of this year and of those beside it
 */
export function judge(
  period: string,
  clauses: readonly Clause[],
  kept: Kept,
  cases: readonly CaseFile[],
): readonly Judged[] {
  return clauses.flatMap((clause) => {
    const periods = windowOf(period, clause);
    const figures = periods.flatMap((each) => figureOf(each, targetOf(clause), kept) ?? []);
    if (figures.at(-1)?.period !== period) return [];
    const within =
      figures.length === periods.length &&
      figures.every((each) => isWithin(each, clause.thresholds ?? {}));
    const counted =
      hasCounted(nameOf(clause), periods, cases) || hasCountedOnPaper(clause, periods, kept);
    const holds = within && !counted;
    return [{ clause: nameOf(clause), figures, holds }];
  });
}

function hasCounted(
  clause: string,
  periods: readonly string[],
  cases: readonly CaseFile[],
): boolean {
  return cases.some((file) => {
    if (nameOf(file.opened) !== clause || file.undone) return false;
    const counted = periodsOf(file);
    if (givesWay(file) && counted.at(-1)! > periods.at(-1)!) return false;
    return !isSame(counted, periods) && counted.some((each) => periods.includes(each));
  });
}

function hasCountedOnPaper(clause: Clause, periods: readonly string[], kept: Kept): boolean {
  return periods.some((period) =>
    paperOf(period, targetOf(clause), kept)?.counted?.includes(nameOf(clause)),
  );
}

/** The periods whose figures a case is about. */
export function periodsOf({ opened: { figures = [] } }: Pick<CaseFile, 'opened'>) {
  return figures.map(({ period }) => period);
}

export function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, index) => each === others[index]);
}

/** Nobody has decided on it, so that it may be dropped as the figures before it become known. */
export function givesWay(file: CaseFile): boolean {
  return file.status !== 'appealed' && isPending(file);
}

/** Whether two evaluations came to the same, to the fen. */
export function judgedAlike(some: readonly Judged[], others: readonly Judged[]): boolean {
  return some.length === others.length && some.every((each, index) => alike(each, others[index]!));
}

function alike(one: Judged, other: Judged): boolean {
  return (
    one.clause === other.clause &&
    one.holds === other.holds &&
    one.figures.length === other.figures.length &&
    one.figures.every(({ period, target, result }, index) => {
      const { period: p, target: t, result: r } = other.figures[index]!;
      return period === p && fen(target) === fen(t) && fen(result) === fen(r);
    })
  );
}
