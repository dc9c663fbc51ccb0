import {
  byAnEmployee,
  enforce,
  instantOf,
  Invalid,
  localDate,
  NotPossible,
  partiesOf,
  type Bilingual,
  type Instant,
} from '@app/kernel';
import { happened } from '@app/policy';
import { caseOf } from '../case/case-of.js';
import { whatItChanges } from '../case/what-it-changes.js';
import { isOwn } from '../case/parties.js';
import { pointsOf } from '../case/points.js';
import { absoluteActIsNotReduced } from '../rules/absolute-act-is-not-reduced.js';
import { outcomeOf } from '../rules/act-is-one-of-the-outcomes.js';
import { appealComesInTerm } from '../rules/appeal-comes-in-term.js';
import { appealIsDecidedByAnother } from '../rules/appeal-is-decided-by-another.js';
import { appealIsTheEmployeesOwn } from '../rules/appeal-is-the-employees-own.js';
import { nobodyJudgesTheirOwnCase } from '../rules/nobody-judges-their-own-case.js';
import { opinionIsOfWhoLeads } from '../rules/opinion-is-of-who-leads.js';
import { reductionStaysWithinTheArticle } from '../rules/reduction-stays-within-the-article.js';
import { threeMajorsBringDismissal } from '../rules/three-majors-bring-dismissal.js';
import type { DecideAppeal, FileAppeal } from '../standing.commands.js';
import type { AppealFiled } from '../case/appeal.events.js';
import type { StandingEvent } from '../standing.events.js';
import type { CaseFile, Standing } from '../standing.state.js';

/**
 * The employee appeals to the general manager, once, within the term: under their own sign-in, or on paper, which the
 * office enters with the day on which it came in.
 *
 * @throws Refused R2: not the employee's own; after its term
 * @throws Invalid `appeal-without-paper`, `own-appeal-on-paper`, `not-yet`, `appeal-before-decision`, pointing at `/paper`
 * @throws NotPossible `appeal-decided`
 */
export function fileAppeal(command: FileAppeal, standing: Standing): AppealFiled {
  const { employee } = command.data;
  // First: nobody learns from a refusal how a colleague's case stands.
  if (!OFFICE.includes(command.actor.role))
    enforce([appealIsTheEmployeesOwn], { employee, parties: [command.actor.id] });
  const file = caseOf(command, standing, ['decided']);
  const { appealUntil, appealDecided } = file;
  enforce([appealIsTheEmployeesOwn], { employee, parties: [entersFor(command, file)] });
  enforce([appealComesInTerm], { at: madeAt(command, file), ...(appealUntil && { appealUntil }) });
  if (appealDecided)
    throw new NotPossible('appeal-decided', {
      zh: '申诉已有裁定',
      en: 'the appeal was decided',
    });
  const { grounds, paper } = command.data;
  const data = { case: file.case, grounds, ...(paper && { paper }) };
  return happened(command, 'AppealFiled', data, [file.opened.article]);
}

/** When it came to the house. What is on paper came in on a day from the decision until now. */
function madeAt(command: FileAppeal, { opened, decidedAt }: CaseFile): Instant {
  const { occurredAt, receivedAt = occurredAt, data } = command;
  const { paper } = data;
  if (isOwn(command, opened)) {
    if (paper)
      throw onPaper('own-appeal-on-paper', '/paper', {
        zh: '本人登录提出的申诉无须附书面',
        en: 'an appeal under one’s own sign-in comes without paper',
      });
    return receivedAt;
  }
  if (!paper)
    throw onPaper('appeal-without-paper', '/paper', {
      zh: '代录申诉须附书面申诉及收到日期',
      en: 'an appeal that another enters comes with its paper, and the day on which it came in',
    });
  if (paper.cameInOn > localDate(receivedAt))
    throw onPaper('not-yet', '/paper/cameInOn', {
      zh: '该日未到',
      en: 'that day is still to come',
    });
  if (decidedAt !== undefined && paper.cameInOn < localDate(decidedAt))
    throw onPaper('appeal-before-decision', '/paper/cameInOn', {
      zh: '收到日期早于决定',
      en: 'it came in before the decision',
    });
  return instantOf(paper.cameInOn, '00:00');
}

function onPaper(code: string, pointer: string, says: Bilingual): Invalid {
  return new Invalid(code, says, pointer);
}

const OFFICE = ['hotline', 'dispatcher', 'supervisor', 'general-manager'];

/** For whom it counts: the office enters for the employee, unless it took part in the case. */
function entersFor(command: FileAppeal, { opened, reporters, involved }: CaseFile): string {
  const { actor } = command;
  const tookPart = [...reporters, ...involved].some((each) => partiesOf(actor).includes(each));
  const mayEnter = OFFICE.includes(actor.role) && !tookPart && actor.id !== opened.employee;
  return mayEnter ? opened.employee : actor.id;
}

/** The general manager revokes the act, reduces it within its article, or lets it stand. */
export function decideAppeal(command: DecideAppeal, standing: Standing): readonly StandingEvent[] {
  const file = caseOf(command, standing, ['appealed']);
  mayDecide(command, file);
  const { verdict, reason, opinionBy, opinion } = command.data;
  const on = opinionBy && opinion ? { opinionBy, opinion } : {};
  const data = { case: file.case, reason, ...on };
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

function mayDecide(command: DecideAppeal, file: CaseFile): void {
  byAnEmployee(command);
  const { opened } = file;
  const parties = partiesOf(command.actor);
  const { opinionBy, opinion } = command.data;
  enforce([nobodyJudgesTheirOwnCase], { employee: opened.employee, parties });
  enforce([appealIsDecidedByAnother], {
    tookPart: tookPart(file),
    parties,
    ...(opinionBy && opinionBy !== opened.employee && { opinionBy }),
  });
  const leads = command.known.opinionLeads === true;
  enforce([opinionIsOfWhoLeads], { leads, ...(opinionBy && { opinionBy }) });
  if ((opinionBy === undefined) !== (opinion === undefined))
    throw onPaper('opinion-without-paper', opinion === undefined ? '/opinion' : '/opinionBy', {
      zh: '书面意见须注明出具人并附文件',
      en: 'a written opinion is a file, and somebody’s',
    });
}

/** Everybody who had a part in the case, in what happened or in what became of it. */
function tookPart({ opened, reporters, involved, heardBy }: CaseFile): readonly string[] {
  const { together = [], earlierReport } = opened;
  const earlier = earlierReport ? [earlierReport.by] : [];
  return [...reporters, ...involved, ...heardBy, ...together, ...earlier];
}

function reducedTo({ data }: DecideAppeal, { opened, measures }: CaseFile): CaseFile['measures'] {
  const { article, judgedBy } = opened;
  enforce([absoluteActIsNotReduced(article)], judgedBy.clause);
  const outcome = outcomeOf(judgedBy.clause.outcomes, data.measures);
  enforce([reductionStaysWithinTheArticle(article)], { now: measures, outcome });
  return outcome!.measures;
}
