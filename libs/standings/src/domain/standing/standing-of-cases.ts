import { localDate } from '@app/kernel';
import type { JudgedBy, Reckoning } from '../case/judged-by.js';
import { levels, type Level } from '../edition/clause.js';
import { counts, type CaseFile } from '../standing.state.js';
import {
  countAlike,
  netStandsForDismissal,
  reckon,
  standsForDismissal,
  type Act,
  type Explanation,
} from './reckon.js';

/** The acts of a year's cases that count, in the order of their decisions. */
export function actsOf(cases: readonly CaseFile[]): readonly Act[] {
  return cases
    .filter(counts)
    .toSorted(inOrderOfDecisions)
    .flatMap((file) => levelsOf(file).map((level) => actOf(file, level)));
}

/** What was decided on paper comes first, by the dates that it has. */
function inOrderOfDecisions(a: CaseFile, b: CaseFile): number {
  const [one = 0, other = 0] = [a.decision, b.decision];
  return one - other || (a.decidedAt ?? '').localeCompare(b.decidedAt ?? '');
}

/** The cases whose acts count in the year, by when their facts happened. */
function counting(cases: readonly CaseFile[]): readonly CaseFile[] {
  return cases
    .filter((file) => counts(file) && levelsOf(file).length > 0)
    .toSorted((a, b) => a.opened.happenedAt.localeCompare(b.opened.happenedAt) || a.case - b.case);
}

/** A year ready to be reckoned. */
export interface ActsOfYear {
  /** In the order of their decisions. */
  readonly acts: readonly Act[];
  /** In whose order the year is reckoned: that of the earliest facts. Points and numbers are each act's own. */
  readonly by: JudgedBy;
  /** All whose numbers count, in the order of the facts. */
  readonly editions: readonly string[];
}

/** The standing with the versions that made it. */
export type Explained = Explanation & {
  readonly edition: string;
  readonly editions: readonly string[];
  readonly order: Reckoning['order'];
};

/** What counts of a year's cases; undefined where no act does. */
export function actsOfYear(cases: readonly CaseFile[]): ActsOfYear | undefined {
  const counted = counting(cases).map(({ opened }) => opened.judgedBy);
  const [by] = counted;
  const editions = [...new Set(counted.map(({ edition }) => edition))];
  return by && { acts: actsOf(cases), by, editions };
}

export function explained({ acts, by: { edition, reckoning }, editions }: ActsOfYear): Explained {
  return { edition, editions, order: reckoning.order, ...reckon(acts, reckoning) };
}

/**
 * The acts with which three major demerits first stood, in the order of decisions; undefined where they
 * never did. A merit that comes later does not undo it (D8).
 */
export function firstStoodIn({
  acts,
  by: { reckoning: by },
}: ActsOfYear): readonly Act[] | undefined {
  const last = countAlike(acts, by)
    ? acts.findIndex(standsByCounts(by))
    : acts.findIndex((_, index) => netStandsForDismissal(acts.slice(0, index + 1), by));
  return last < 0 ? undefined : acts.slice(0, last + 1);
}

/** The standing of these cases; undefined where no act counts. */
export function explanationOf(cases: readonly CaseFile[]): Explained | undefined {
  const year = actsOfYear(cases);
  return year && explained(year);
}

/** When three major demerits first stood among these cases; undefined where they never did. */
export function firstStood(cases: readonly CaseFile[]): readonly Act[] | undefined {
  const year = actsOfYear(cases);
  return year && firstStoodIn(year);
}

/** Asked act by act, in their order: by the counts alone. */
function standsByCounts(by: Reckoning): (act: Act) => boolean {
  const counted = Object.fromEntries(levels.map((level) => [level, 0])) as Record<Level, number>;
  return ({ level }) => {
    counted[level] += 1;
    return standsForDismissal(counted, by);
  };
}

/** The level that an act is of; what has none, as a transfer has not, is not counted in the year. */
export function levelsOf({ measures }: Pick<CaseFile, 'measures'>): readonly Level[] {
  return levels.filter((level) => measures.includes(level));
}

function actOf({ case: number, opened }: CaseFile, level: Level): Act {
  const { reckoning: by } = opened.judgedBy;
  return { case: number, level, points: by.points[level], date: localDate(opened.happenedAt), by };
}
