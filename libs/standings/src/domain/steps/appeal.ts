import { enforce, NotPossible, partiesOf, type Instant } from '@app/kernel';
import { happened } from '@app/policy';
import { caseOf } from '../case/case-of.js';
import { whatItChanges } from '../case/what-it-changes.js';
import { byAnEmployee, whoJudges } from '../case/parties.js';
import { pointsOf } from '../case/points.js';
import { absoluteActIsNotReduced } from '../rules/absolute-act-is-not-reduced.js';
import { outcomeOf } from '../rules/act-is-one-of-the-outcomes.js';
import { appealComesInTerm } from '../rules/appeal-comes-in-term.js';
import { appealIsDecidedByAnother } from '../rules/appeal-is-decided-by-another.js';
import { appealIsTheEmployeesOwn } from '../rules/appeal-is-the-employees-own.js';
import { nobodyJudgesTheirOwnCase } from '../rules/nobody-judges-their-own-case.js';
import { reductionStaysWithinTheArticle } from '../rules/reduction-stays-within-the-article.js';
import { threeMajorsBringDismissal } from '../rules/three-majors-bring-dismissal.js';
import type { DecideAppeal, FileAppeal } from '../standing.commands.js';
import type { AppealFiled, StandingEvent } from '../standing.events.js';
import type { CaseFile, Standing } from '../standing.state.js';

/** The employee appeals to the general manager, once, within the term. */
export function fileAppeal(command: FileAppeal, standing: Standing): AppealFiled {
  const file = caseOf(command, standing, ['decided']);
  const { opened, appealUntil, appealDecided } = file;
  enforce([appealIsTheEmployeesOwn], {
    employee: opened.employee,
    parties: appellants(command, file),
  });
  enforce([appealComesInTerm], { at: madeAt(command), ...(appealUntil && { appealUntil }) });
  if (appealDecided)
    throw new NotPossible('appeal-decided', {
      zh: '申诉已有裁定',
      en: 'the appeal was decided',
    });
  const { grounds } = command.data;
  return happened(command, 'AppealFiled', { case: file.case, grounds }, [opened.article]);
}

/** An appeal is made when it comes to the house; who enters one that came on paper says when it did. */
function madeAt({ actor, occurredAt, receivedAt = occurredAt }: FileAppeal): Instant {
  return actor.onBehalfOf === undefined ? receivedAt : occurredAt;
}

/** In the employee's place appeals who judges cases and had no part in this one. */
function appellants(command: FileAppeal, { reporters, involved }: CaseFile): readonly string[] {
  const { actor } = command;
  if (actor.onBehalfOf === undefined) return [actor.id];
  whoJudges(command);
  return [...reporters, ...involved].includes(actor.id) ? [actor.id] : partiesOf(actor);
}

/** The general manager revokes the act, reduces it within its article, or lets it stand. */
export function decideAppeal(command: DecideAppeal, standing: Standing): readonly StandingEvent[] {
  const file = caseOf(command, standing, ['appealed']);
  mayDecide(command, file);
  const { verdict, reason, opinionBy } = command.data;
  const data = { case: file.case, reason, ...(opinionBy && { opinionBy }) };
  const { article } = file.opened;
  if (verdict === 'reject') return [happened(command, 'AppealRejected', data, [article])];
  if (verdict === 'revoke') {
    enforce([threeMajorsBringDismissal], file.opened);
    return [happened(command, 'ActRevoked', data, [article])];
  }
  const measures = reducedTo(command, file);
  const points = pointsOf(measures, file.opened.judgedBy.reckoning);
  const reduced = happened(command, 'ActReduced', { ...data, measures, points }, [article]);
  return [reduced, ...whatItChanges(command, file, measures)];
}

function mayDecide(command: DecideAppeal, { opened, reporters, involved }: CaseFile): void {
  byAnEmployee(command);
  const parties = partiesOf(command.actor);
  const { opinionBy } = command.data;
  enforce([nobodyJudgesTheirOwnCase], { employee: opened.employee, parties });
  enforce([appealIsDecidedByAnother], {
    tookPart: [...reporters, ...involved],
    parties,
    ...(opinionBy && opinionBy !== opened.employee && { opinionBy }),
  });
}

function reducedTo({ data }: DecideAppeal, { opened, measures }: CaseFile): CaseFile['measures'] {
  const { article, judgedBy } = opened;
  enforce([absoluteActIsNotReduced(article)], judgedBy.clause);
  const outcome = outcomeOf(judgedBy.clause.outcomes, data.measures);
  enforce([reductionStaysWithinTheArticle(article)], { now: measures, outcome });
  return outcome!.measures;
}
