import { DomainError } from '@app/kernel';
import { checkParticulars } from '../case/particulars.js';
import { judgedBy } from '../case/judged-by.js';
import { pointsOf } from '../case/points.js';
import { outcomeOf } from '../rules/act-is-one-of-the-outcomes.js';
import type { KnownOfCase } from '../standing.commands.js';
import { counts, type CaseFile } from '../standing.state.js';
import type { Counted } from '../standing/reckon.js';
import { actsOfYear, explained, firstStoodIn } from '../standing/standing-of-cases.js';
import { nameOf, type Clause, type Measure } from './clause.js';
import { clauseNamed, type Edition } from './edition-line.js';

/** A year as an edition makes it. */
export interface Simulated {
  readonly points: number;
  readonly net: readonly Counted[];
  /** As many major demerits stood at some moment as bring dismissal. */
  readonly dismissal: boolean;
}

/** A case that the other edition judges otherwise; without measures no act follows from it. */
export interface OtherVerdict {
  readonly case: number;
  readonly before: readonly Measure[];
  readonly after: readonly Measure[];
}

export interface Simulation {
  readonly before: Simulated;
  readonly after: Simulated;
  readonly verdicts: readonly OtherVerdict[];
}

/**
 * A year as it is, and as another edition would have made it of the same facts, in the same order of
 * decisions: its clauses, bounds, outcomes, points and numbers of D8. Of what an article leaves open the
 * outcome that was decided stays where the edition has it, else the first one stands. What was dropped or
 * declined stays without an act, and what the edition in force refused to open is not known.
 */
export function simulate(cases: readonly CaseFile[], edition: Edition): Simulation {
  const acts = cases.filter((file) => counts(file) && file.opened.article !== 'D8');
  const judged = acts.map((file) => ({ file, other: underOther(file, edition) }));
  return {
    before: yearOf(acts),
    after: yearOf(judged.flatMap(({ other }) => other ?? [])),
    verdicts: judged.flatMap(({ file, other }) => {
      const after = other?.measures ?? [];
      if (same(file.measures, after)) return [];
      return [{ case: file.case, before: file.measures, after }];
    }),
  };
}

/** Whether anything of the year is otherwise. */
export function differs({ before, after, verdicts }: Simulation): boolean {
  const numbers = ({ points, net, dismissal }: Simulated) =>
    JSON.stringify([points, dismissal, net.map(({ level, of }) => [level, of])]);
  return verdicts.length > 0 || numbers(before) !== numbers(after);
}

function yearOf(cases: readonly CaseFile[]): Simulated {
  const year = actsOfYear(cases);
  if (!year) return { points: 0, net: [], dismissal: false };
  const { points, net } = explained(year);
  return { points, net, dismissal: firstStoodIn(year) !== undefined };
}

/**
 * The case as that edition judges it; undefined where it has no such clause, or a condition of it does not
 * hold. What was judged on paper is only counted by it.
 */
function underOther(file: CaseFile, { edition, text }: Edition): CaseFile | undefined {
  if (file.fromPaper) {
    const by = judgedBy(edition, text, file.opened.judgedBy.clause);
    const points = pointsOf(file.measures, by.reckoning);
    return { ...file, points, opened: { ...file.opened, judgedBy: by } };
  }
  const clause = clauseNamed(text, nameOf(file.opened));
  if (!clause || !holds(file, clause)) return undefined;
  const { outcomes } = clause;
  const measures = (outcomeOf(outcomes, file.measures) ?? outcomes[0]!).measures;
  const by = judgedBy(edition, text, clause);
  const points = pointsOf(measures, by.reckoning);
  return { ...file, measures, points, opened: { ...file.opened, judgedBy: by } };
}

/** What follows from another case was judged there. */
function holds({ opened }: CaseFile, clause: Clause): boolean {
  if (clause.department !== opened.department) return false;
  const { adoption: ref, article, happenedAt, together = [] } = opened;
  const known = {
    subject: opened,
    subordinates: together,
    ...(ref && { adoption: { ref, article, adoptedAt: happenedAt } }),
  } as unknown as KnownOfCase;
  try {
    checkParticulars(opened, clause, known);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

function same(a: readonly Measure[], b: readonly Measure[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
