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

/**
 * The edition in whose order the year is reckoned: that of the earliest facts of which an act counts. Points and
 * numbers are each act's own. Undefined where no act counts.
 */
function reckonedBy(cases: readonly CaseFile[]): JudgedBy | undefined {
  return counting(cases)[0]?.opened.judgedBy;
}

/** The standing with the versions that made it; undefined where no act counts. */
export function explanationOf(cases: readonly CaseFile[]):
  | (Explanation & {
      readonly edition: string;
      /** All whose numbers count, in the order of the facts. */
      readonly editions: readonly string[];
      readonly order: Reckoning['order'];
    })
  | undefined {
  const by = reckonedBy(cases);
  return (
    by && {
      edition: by.edition,
      editions: [...new Set(counting(cases).map(({ opened }) => opened.judgedBy.edition))],
      order: by.reckoning.order,
      ...reckon(actsOf(cases), by.reckoning),
    }
  );
}

/**
 * The acts with which three major demerits first stood, in the order of decisions; undefined where they
 * never did. A merit that comes later does not undo it (D8).
 */
export function firstStood(cases: readonly CaseFile[]): readonly Act[] | undefined {
  const by = reckonedBy(cases)?.reckoning;
  if (!by) return undefined;
  const acts = actsOf(cases);
  const last = countAlike(acts, by)
    ? acts.findIndex(standsByCounts(by))
    : acts.findIndex((_, index) => netStandsForDismissal(acts.slice(0, index + 1), by));
  return last < 0 ? undefined : acts.slice(0, last + 1);
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
