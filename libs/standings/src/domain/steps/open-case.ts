import { enforce, Invalid, localDate, NotPossible, type Command } from '@app/kernel';
import { happened, policyAt } from '@app/policy';
import type { Facts } from '../case/facts.js';
import { judgedBy } from '../case/judged-by.js';
import { checkParticulars } from '../case/particulars.js';
import { checkReported } from '../case/reported.js';
import type { Clause } from '../edition/clause.js';
import { clauseNamed, type EditionInForce } from '../edition/edition-line.js';
import { anEditionIsApproved } from '../rules/an-edition-is-approved.js';
import { articleAppliesToItsDepartment } from '../rules/article-applies-to-its-department.js';
import { figuresAreEvaluated } from '../rules/figures-are-evaluated.js';
import { conductIsCovered } from '../rules/conduct-is-covered.js';
import { dismissedTakeNoFurtherActs } from '../rules/dismissed-take-no-further-acts.js';
import { notPunishedTwice } from '../rules/facts-are-not-punished-twice.js';
import { factsFollowThePromulgation } from '../rules/facts-follow-the-promulgation.js';
import { removalTakesTheDemeritsPlace } from '../rules/removal-takes-the-demerits-place.js';
import { staffIsCovered } from '../rules/staff-is-covered.js';
import { unreportedFollowsByItself } from '../rules/unreported-follows-by-itself.js';
import type { KnownOfCase, OfStanding, OpenCase } from '../standing.commands.js';
import type { CaseOpened } from '../standing.events.js';
import { isDismissed, type Standing } from '../standing.state.js';

/**
 * Somebody reports what an employee did: a case under one clause of the edition that was in force when it
 * happened, in the year of its facts.
 *
 * @throws Refused D42, D44: nothing was in force then; D4, D5: not for these people, or not about this;
 *   D7: they were dismissed; under its article: a condition of it does not hold, or another clause takes its place (D20, D35),
 *   or there is a case of the same facts
 * @throws Invalid `facts-of-another-year`, `not-yet`, `ends-before-it-begins`
 * @throws NotPossible `reports-unanswered`: as many of the same person's reports wait as the policy allows (`unansweredReports`)
 */
export function openCase(command: OpenCase, standing: Standing): CaseOpened {
  const { employee, year, evidence = [], ...said } = command.data;
  const happenedAt = command.data.happenedAt ?? command.occurredAt;
  const facts: Facts = { ...said, evidence, happenedAt };
  inItsYear(year, happenedAt);
  notYet(command, happenedAt, '/happenedAt');
  if (said.until !== undefined) {
    inOrder(happenedAt, said.until);
    notYet(command, said.until, '/until');
  }
  const { known } = command;
  const dismissed = known.dismissed || isDismissed(standing);
  enforce([dismissedTakeNoFurtherActs], { dismissed });
  const { edition, clause } = clauseInForce(facts, known);
  enforce([unreportedFollowsByItself, figuresAreEvaluated(clause.article)], clause);
  enforce([removalTakesTheDemeritsPlace(clause.article)], {
    supervisor: known.subject.supervisor,
    subordinates: known.subordinates,
    clause,
    clauses: edition.text.clauses,
  });
  notTooMany(command, standing);
  checkReported(facts, clause, known, command);
  checkParticulars(facts, clause, known);
  notPunishedTwice(facts, [...standing.cases, ...known.beside]);
  return opened(command, standing, { facts, edition, clause, known });
}

/** The clause of the edition that was in force, if it is about such people. */
export function clauseInForce(
  { article, clause: name }: Pick<Facts, 'article' | 'clause'>,
  known: KnownOfCase,
): { readonly edition: EditionInForce; readonly clause: Clause } {
  enforce([anEditionIsApproved, factsFollowThePromulgation], known);
  enforce([staffIsCovered], known.subject);
  const edition = known.edition as EditionInForce;
  const clause = clauseNamed(edition.text, `${article}.${name}`);
  enforce([conductIsCovered], clause);
  enforce([articleAppliesToItsDepartment], {
    department: known.subject.department,
    clause: clause!,
  });
  return { edition, clause: clause! };
}

interface Opening {
  readonly facts: Facts;
  readonly edition: EditionInForce;
  readonly clause: Clause;
  readonly known: Pick<KnownOfCase, 'subject'>;
}

/** The case under the next number of the year. */
export function opened(
  command: Command<string, OfStanding>,
  { cases }: Standing,
  { facts, edition, clause, known }: Opening,
  because: Partial<
    Pick<CaseOpened['data'], 'because' | 'causedBy' | 'evaluated' | 'replaces'>
  > = {},
): CaseOpened {
  const { employee, year } = command.data;
  const data = {
    case: cases.length + 1,
    employee,
    year,
    ...facts,
    ...known.subject,
    judgedBy: judgedBy(edition.edition, edition.text, clause),
    ...because,
  };
  return happened(command, 'CaseOpened', data, [clause.article]);
}

function notTooMany({ actor, occurredAt }: Command, { cases }: Standing): void {
  const { unansweredReports: most } = policyAt(occurredAt);
  const waiting = cases.filter(
    ({ status, reporters }) => status === 'open' && reporters.includes(actor.id),
  );
  if (waiting.length < most) return;
  throw new NotPossible('reports-unanswered', {
    zh: `您对该员工的报告已有${most}件尚待处理`,
    en: `${most} of your reports about this employee are waiting to be looked into`,
  });
}

function inItsYear(year: string, happenedAt: string): void {
  if (localDate(happenedAt).slice(0, 4) === year) return;
  throw new Invalid(
    'facts-of-another-year',
    { zh: '事实不在该年度', en: 'it did not happen in that year' },
    '/year',
  );
}

function notYet({ occurredAt }: Command, at: string, pointer: string): void {
  if (at <= occurredAt) return;
  throw new Invalid('not-yet', { zh: '事实尚未发生', en: 'it has not happened yet' }, pointer);
}

function inOrder(happenedAt: string, until: string): void {
  if (happenedAt < until) return;
  throw new Invalid(
    'ends-before-it-begins',
    { zh: '结束时间须晚于开始时间', en: 'it ends after it began' },
    '/until',
  );
}
