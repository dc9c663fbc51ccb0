import { localDate } from '@app/kernel';
import type { JudgedBy, Reckoning } from '../case/judged-by.js';
import { levels, type Level } from '../edition/clause.js';
import { counts, type CaseFile } from '../standing.state.js';
import { reckon, standsForDismissal, type Act, type Explanation } from './reckon.js';

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

/**
 * The edition that reckons the year: that of the latest facts of which an act counts. Points are each
 * act's own; undefined where no act counts.
 */
export function reckonedBy(cases: readonly CaseFile[]): JudgedBy | undefined {
  return cases
    .filter((file) => counts(file) && levelsOf(file).length > 0)
    .reduce<CaseFile | undefined>(
      (latest, file) =>
        latest === undefined || file.opened.happenedAt >= latest.opened.happenedAt ? file : latest,
      undefined,
    )?.opened.judgedBy;
}

/** The standing with the version that made it; undefined where no act counts. */
export function explanationOf(
  cases: readonly CaseFile[],
): (Explanation & { readonly edition: string; readonly order: Reckoning['order'] }) | undefined {
  const by = reckonedBy(cases);
  return (
    by && {
      edition: by.edition,
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
  const by = reckonedBy(cases);
  if (!by) return undefined;
  const acts = actsOf(cases);
  const counts = Object.fromEntries(levels.map((level) => [level, 0])) as Record<Level, number>;
  const last = acts.findIndex(({ level }) => {
    counts[level] += 1;
    return standsForDismissal(counts, by.reckoning);
  });
  return last < 0 ? undefined : acts.slice(0, last + 1);
}

/** The level that an act is of; what has none, as a transfer has not, is not counted in the year. */
export function levelsOf({ measures }: Pick<CaseFile, 'measures'>): readonly Level[] {
  return levels.filter((level) => measures.includes(level));
}

function actOf({ case: number, opened }: CaseFile, level: Level): Act {
  const points = opened.judgedBy.reckoning.points[level];
  return { case: number, level, points, date: localDate(opened.happenedAt) };
}
