import { enforce, fen, partiesOf, type Yuan } from '@app/kernel';
import { happened } from '@app/policy';
import { judgedCase } from '../case/case-of.js';
import { endOfTerm } from '../case/terms.js';
import { whatItChanges } from '../case/what-it-changes.js';
import { pointsOf } from '../case/points.js';
import { paidUnder, shareOf } from '../case/share.js';
import { dismissedTakeNoFurtherActs } from '../rules/dismissed-take-no-further-acts.js';
import { employeeIsHeardFirst } from '../rules/employee-is-heard-first.js';
import { graveActsAreTheManagers } from '../rules/grave-acts-are-the-managers.js';
import { statementIsTakenByAnother } from '../rules/statement-is-taken-by-another.js';
import { threeMajorsBringDismissal } from '../rules/three-majors-bring-dismissal.js';
import type { DecideAct, DeclineAct } from '../standing.commands.js';
import type { ActDeclined, StandingEvent } from '../standing.events.js';
import { counts, isDismissed, type CaseFile, type Standing } from '../standing.state.js';

/**
 * What was proposed becomes an act, once the employee was heard; its points are of the month of the
 * facts, and it can be appealed against to the general manager.
 */
export function decideAct(command: DecideAct, standing: Standing): readonly StandingEvent[] {
  const file = judgedCase(command, standing, ['proposed']);
  const { opened, measures, heard, hearingUntil } = file;
  const replaced = replacedBy(file, standing);
  const parties = partiesOf(command.actor);
  enforce([statementIsTakenByAnother], { tookPart: file.heardBy, parties });
  enforce([graveActsAreTheManagers], {
    measures: [...measures, ...(replaced?.measures ?? [])],
    role: command.actor.role,
  });
  enforce([employeeIsHeardFirst], {
    heard,
    at: command.occurredAt,
    ...(hearingUntil && { hearingUntil }),
  });
  const dismissed = command.known.dismissed || isDismissed(standing);
  enforce([dismissedTakeNoFurtherActs], { dismissed: dismissed && measures.length > 0 });
  const supervisor = unreportedBy(file);
  const data = {
    case: file.case,
    measures,
    points: pointsOf(measures, opened.judgedBy.reckoning),
    appealUntil: endOfTerm(command.known, command.occurredAt, opened.judgedBy.appealDays),
    ...paid(file, paidUnder(replaced, standing)),
    ...(supervisor && { unreported: { supervisor, happenedAt: opened.happenedAt } }),
  };
  return [
    happened(command, 'ActDecided', data, [opened.article]),
    ...(replaced ? [revoked(command, replaced, file)] : []),
    ...whatItChanges(command, file, measures),
  ];
}

/** What is paid of it (D30), and what was before. */
function paid({ measures, opened }: CaseFile, paidBefore: Yuan) {
  const isShare = measures.includes('income-share');
  return {
    ...(isShare && { share: shareOf(opened, opened.judgedBy.clause) }),
    ...(fen(paidBefore) > 0n && { paidBefore }),
  };
}

/** A condition of the article does not hold, and which: it is not let off for any other reason. */
export function declineAct(command: DeclineAct, standing: Standing): ActDeclined {
  const file = judgedCase(command, standing, ['open', 'verified', 'proposed']);
  enforce([threeMajorsBringDismissal], file.opened);
  const measures = file.opened.judgedBy.clause.outcomes.flatMap((each) => each.measures);
  enforce([graveActsAreTheManagers], { measures, role: command.actor.role });
  const { condition } = command.data;
  return happened(command, 'ActDeclined', { case: file.case, condition }, [file.opened.article]);
}

/** The act that figures have made wrong, if it still counts. */
function replacedBy({ opened }: CaseFile, { cases }: Standing): CaseFile | undefined {
  return cases.find((each) => each.case === opened.replaces && counts(each));
}

function revoked(command: DecideAct, { case: number, opened }: CaseFile, by: CaseFile) {
  const data = { case: number, replacedBy: by.case };
  return happened(command, 'ActRevoked', data, [opened.article]);
}

/**
 * D18: the direct supervisor of that time receives a demerit, knowing of it or not, unless a report of
 * theirs opened the case or came before it.
 */
function unreportedBy({ opened, reporters }: CaseFile): string | undefined {
  const { reportsTo, earlierReport, judgedBy, article } = opened;
  if (article !== 'D18' || judgedBy.clause.trigger === 'consequence') return undefined;
  if (reportsTo === undefined || reporters.includes(reportsTo)) return undefined;
  return earlierReport?.by === reportsTo ? undefined : reportsTo;
}
