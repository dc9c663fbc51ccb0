import { enforce, Invalid, localDate, NotPossible, partiesOf } from '@app/kernel';
import { happened } from '@app/policy';
import { lastMomentOf } from '../case/figures.js';
import type { EditionInForce } from '../edition/edition-line.js';
import { consequences } from '../evaluation/consequences.js';
import type { Judged } from '../evaluation/evaluation.events.js';
import { clausesOf, judgedAlike, longestOf } from '../evaluation/judge.js';
import { canBeJudged, judgedOf } from '../evaluation/open-evaluations.js';
import { anEditionIsApproved } from '../rules/an-edition-is-approved.js';
import { factsFollowThePromulgation } from '../rules/facts-follow-the-promulgation.js';
import { nobodyJudgesTheirOwnCase } from '../rules/nobody-judges-their-own-case.js';
import { staffIsCovered } from '../rules/staff-is-covered.js';
import type { EvaluatePeriod, EvaluatePeriodAgain } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';
import type { Standing } from '../standing.state.js';

type Evaluate = EvaluatePeriod | EvaluatePeriodAgain;

/**
 * Somebody has a month, the first half-year or a year evaluated (D14, D19, D24, D32, D34, D36). Nothing
 * comes of it where it was evaluated before and no figure has changed since.
 *
 * @throws Refused R2: their own; D42, D44: no edition was in force; D5: not for these people
 * @throws Invalid `facts-of-another-year`, `not-yet`
 * @throws NotPossible `not-employed-then`, `no-targets`
 */
export function evaluatePeriod(
  command: EvaluatePeriod,
  standing: Standing,
): readonly StandingEvent[] {
  const { employee, year, period } = command.data;
  const { known } = command;
  if (yearOf(period) !== year) throw ofAnotherYear();
  if (lastMomentOf(period) >= command.occurredAt) throw notYet();
  enforce([nobodyJudgesTheirOwnCase], { employee, parties: partiesOf(command.actor) });
  enforce([anEditionIsApproved, factsFollowThePromulgation], known);
  if (!known.subject) throw notEmployed();
  enforce([staffIsCovered], known.subject);
  const judged = judgedOf(period, known, standing);
  if (judged.length === 0) throw noTargets();
  return evaluated(command, standing, judged);
}

/**
 * The clock has it evaluated, or figures that changed. What cannot be judged is left alone.
 */
export function evaluatePeriodAgain(
  command: EvaluatePeriodAgain,
  standing: Standing,
): readonly StandingEvent[] {
  const { period } = command.data;
  const { known } = command;
  if (lastMomentOf(period) >= command.occurredAt) return [];
  if (!canBeJudged(known)) return [];
  const judged = judgedOf(period, known, standing);
  if (judged.length === 0 && !standing.evaluated[period]) return [];
  return evaluated(command, standing, judged);
}

function evaluated(
  command: Evaluate,
  standing: Standing,
  judged: readonly Judged[],
): readonly StandingEvent[] {
  const { employee, year, period } = command.data;
  const before = standing.evaluated[period];
  if (before && judgedAlike(judged, before)) return [];
  const edition = command.known.edition as EditionInForce;
  const subject = command.known.subject!;
  const longest = longestOf(clausesOf(period, edition.text, subject));
  const { department } = subject;
  const data = { employee, year, period, edition: edition.edition, department, judged, longest };
  return [
    happened(command, 'PeriodEvaluated', data, ['R13']),
    ...consequences(command, standing, { edition, judged }),
  ];
}

function yearOf(period: string): string {
  return localDate(lastMomentOf(period)).slice(0, 4);
}

function ofAnotherYear(): Invalid {
  return new Invalid(
    'facts-of-another-year',
    { zh: '期间不在该年度', en: 'the period does not lie in that year' },
    '/period',
  );
}

function notYet(): Invalid {
  return new Invalid('not-yet', { zh: '期间尚未结束', en: 'the period is not over' }, '/period');
}

function notEmployed(): NotPossible {
  return new NotPossible('not-employed-then', {
    zh: '该员工在此期间不在职',
    en: 'the employee did not work here in that period',
  });
}

function noTargets(): NotPossible {
  return new NotPossible('no-targets', {
    zh: '没有指标的期间不予考核：该期间须逐月下达指标',
    en: 'a period without a target is not evaluated: each of its months has to have one',
  });
}
