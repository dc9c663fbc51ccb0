import { endOfWorkingDay, isUnknown, type Bilingual } from '@app/kernel';
import { happened } from '@app/policy';
import type { Figure } from '../case/facts.js';
import { lastMomentOf } from '../case/figures.js';
import { clauseNamed, type EditionInForce } from '../edition/edition-line.js';
import { areRewards, nameOf, type Clause, type Measure } from '../edition/clause.js';
import { outcomeOf } from '../rules/act-is-one-of-the-outcomes.js';
import type { EvaluatePeriod, EvaluatePeriodAgain } from '../standing.commands.js';
import type { ActProposed, CaseDropped, CaseOpened, StandingEvent } from '../standing.events.js';
import { evolve } from '../standing.evolve.js';
import { counts, isPending, type CaseFile, type Standing } from '../standing.state.js';
import { opened } from '../steps/open-case.js';
import type { Judged } from './evaluation.events.js';
import { givesWay, isSame, periodsOf } from './judge.js';

type Evaluate = EvaluatePeriod | EvaluatePeriodAgain;

/** What an evaluation found out. */
export interface Evaluation {
  readonly edition: EditionInForce;
  readonly judged: readonly Judged[];
}

/** A case that proposes to take back an act whose figures were corrected. */
export const CORRECTED = {
  clause: 'corrected',
  says: {
    zh: '数字更正后不再符合本条',
    en: 'by the corrected figures the article does not apply',
  },
  outcomes: [{ measures: [] }],
} as const;

/**
 * What follows from an evaluation: a case for each clause that holds and has none, its act proposed where
 * the article leaves no choice. What was proposed by figures that have changed since, and no longer
 * holds, is dropped where nobody has decided yet; where it was decided, a correcting case names the act
 * that it replaces, or proposes to take it back.
 */
export function consequences(
  command: Evaluate,
  standing: Standing,
  { edition, judged }: Evaluation,
): readonly StandingEvent[] {
  const { period } = command.data;
  const of = standing.cases.filter(
    (file) => file.opened.evaluated && periodsOf(file).at(-1) === period,
  );
  const holds = (file: CaseFile) => judged.some((each) => each.holds && isOf(file, each));
  const dropped = of
    .filter(givesWay)
    .filter((file) => (isCorrection(file) ? holds(replacedBy(file, of)) : !holds(file)));
  const corrected = new Set(
    of
      .filter((file) => isPending(file) && !dropped.includes(file))
      .map((file) => file.opened.replaces),
  );
  const wrong = of.filter(
    (file) => counts(file) && !isCorrection(file) && !holds(file) && !corrected.has(file.case),
  );
  const wanted = command.known.dismissed
    ? []
    : judged.filter((each) => each.holds && !standing.cases.some((file) => hasBeen(file, each)));
  const events: StandingEvent[] = dropped.map((file) => gone(command, file));
  let now = events.reduce(evolve, standing);
  const add = (added: readonly StandingEvent[]) => {
    events.push(...added);
    now = added.reduce(evolve, now);
  };
  for (const each of wanted) {
    const replaced = wrong.find((file) => isInPlaceOf(each, file));
    if (replaced) wrong.splice(wrong.indexOf(replaced), 1);
    const clause = clauseNamed(edition.text, each.clause)!;
    add(propose(command, now, { edition, clause, figures: each.figures, replaced }));
  }
  for (const file of wrong) {
    const clause = { ...file.opened.judgedBy.clause, ...CORRECTED };
    const figures = judged.find((each) => isOf(file, each))?.figures ?? file.opened.figures ?? [];
    add(propose(command, now, { edition, clause, figures, replaced: file }));
  }
  return events;
}

interface Proposal {
  readonly edition: EditionInForce;
  readonly clause: Clause;
  readonly figures: readonly Figure[];
  readonly replaced: CaseFile | undefined;
}

function propose(
  command: Evaluate,
  standing: Standing,
  { edition, clause, figures, replaced }: Proposal,
): readonly StandingEvent[] {
  const { known } = command;
  const facts = {
    article: clause.article,
    clause: clause.clause,
    facts: inWords(clause.says, figures),
    happenedAt: lastMomentOf(command.data.period),
    evidence: [],
    figures,
  };
  const file = opened(
    command,
    standing,
    { facts, edition, clause, known: { subject: known.subject! } },
    { evaluated: true, ...(replaced && { replaces: replaced.case }) },
  );
  const outcome = clause.verified ? undefined : outcomeOf(clause.outcomes, undefined);
  return outcome ? [file, ...proposal(command, file, outcome.measures, replaced)] : [file];
}

/**
 * The term of hearing runs where it is against somebody, as it is to take from them what they were awarded.
 * Where it reaches into a year whose calendar is not published, the case waits for somebody to propose:
 * the clock does not come again.
 */
function proposal(
  { known, ...command }: Evaluate,
  { data: { case: number, article, judgedBy } }: CaseOpened,
  measures: readonly Measure[],
  replaced: CaseFile | undefined,
): readonly ActProposed[] {
  const heard = !areRewards(measures) || replaced !== undefined;
  const end = heard
    ? endOfWorkingDay(known.calendar, command.occurredAt, judgedBy.hearingDays)
    : undefined;
  if (end !== undefined && isUnknown(end)) return [];
  const data = { case: number, measures, ...(end && { hearingUntil: end }) };
  return [happened(command, 'ActProposed', data, [article])];
}

function gone(command: Evaluate, { case: number, opened }: CaseFile): CaseDropped {
  const data: CaseDropped['data'] = { case: number, corrected: true };
  return happened(command, 'CaseDropped', data, [opened.article]);
}

function articleOf({ clause }: Judged): string {
  return clause.slice(0, clause.indexOf('.'));
}

function isCorrection({ opened }: CaseFile): boolean {
  return opened.clause === CORRECTED.clause;
}

function replacedBy({ opened }: CaseFile, among: readonly CaseFile[]): CaseFile {
  return among.find((file) => file.case === opened.replaces)!;
}

function isOf(file: CaseFile, judged: Judged): boolean {
  return nameOf(file.opened) === judged.clause && isOfSamePeriods(file, judged);
}

/** Another clause of the article holds in its place; what a streak brings is added to what its last year does. */
function isInPlaceOf(judged: Judged, file: CaseFile): boolean {
  return file.opened.article === articleOf(judged) && isOfSamePeriods(file, judged);
}

function isOfSamePeriods(file: CaseFile, { figures }: Judged): boolean {
  return isSame(
    periodsOf(file),
    figures.map(({ period }) => period),
  );
}

/** There was a case of it, whatever became of that, unless it was undone as figures changed. */
function hasBeen(file: CaseFile, judged: Judged): boolean {
  return isOf(file, judged) && !file.undone;
}

function inWords({ zh, en }: Bilingual, figures: readonly Figure[]): string {
  const each = (target: string, result: string, paper: string) =>
    figures
      .map(
        (figure) =>
          `${figure.period} ${target} ${figure.target} ${result} ${figure.result}${figure.fromPaper ? paper : ''}`,
      )
      .join('; ');
  return `${zh}：${each('指标', '实绩', '（期初录入）')} / ${en}: ${each('target', 'result', ' (opening entry)')}`;
}
