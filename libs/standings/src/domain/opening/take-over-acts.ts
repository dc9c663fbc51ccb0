import { happened } from '@app/policy';
import { judgedBy } from '../case/judged-by.js';
import { pointsOf } from '../case/points.js';
import { clauseNamed } from '../edition/edition-line.js';
import type { ApproveOpeningActs, EnterOpeningActs } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';
import { counts, type Standing } from '../standing.state.js';
import { checkActs, happenedAt } from './check-acts.js';
import type { ActTakenOver, OpeningActsEntered, PaperAct } from './opening.events.js';
import { approvalOf, mayBeApproved, mayBeEntered, nextEntry, type Opening } from './opening.js';

/**
 * This year's acts, as they were decided on paper before document 2 was in force here: a draft. A
 * correction without acts takes back what it corrects.
 *
 * @throws Refused R2: one's own; D8: the paper was entered; D42: no edition was
 *   approved; D44: it happened since; D5: the edition has no such clause; under its article: the same facts
 * @throws Invalid naming the field @throws NotFound `unknown-opening-entry`
 */
export function enterOpeningActs(
  command: EnterOpeningActs,
  standing: Standing,
): OpeningActsEntered {
  mayBeEntered(command, standing.openings);
  checkActs(command, standing, command.data);
  const data = { ...command.data, entry: nextEntry(standing.openings) };
  return happened(command, 'OpeningActsEntered', data, ['D8', 'D44']);
}

/**
 * The general manager approves an entry, once: its acts count from now on, and those of the entry that it
 * corrects no longer do. They are judged by nothing anew: the edition only counts them (D8).
 *
 * @throws Refused R2: by who entered it; under its article: the same facts
 * @throws NotPossible `opening-entry-approved`, `opening-entry-replaced`
 */
export function approveOpeningActs(
  command: ApproveOpeningActs,
  standing: Standing,
): readonly StandingEvent[] {
  const opening = mayBeApproved(command, standing.openings);
  const { entry, corrects } = opening;
  checkActs(command, standing, { ...opening, acts: opening.said });
  const approved = happened(command, 'OpeningActsApproved', approvalOf(command, opening), [
    'D8',
    'D44',
  ]);
  const back = standing.cases
    .filter((file) => counts(file) && corrects !== undefined && file.fromPaper?.entry === corrects)
    .map(({ case: number, opened }) =>
      happened(command, 'ActTakenBack', { case: number, entry }, [opened.article]),
    );
  const over = opening.said.map((act, index) =>
    takenOver(command, opening, { act, case: standing.cases.length + index + 1 }),
  );
  return [approved, ...back, ...over];
}

function takenOver(
  command: ApproveOpeningActs,
  { entry, source, dated }: Opening<PaperAct>,
  { act, case: number }: { readonly act: PaperAct; readonly case: number },
): ActTakenOver {
  const { employee, year } = command.data;
  const { edition, text } = command.known.edition as Exclude<
    ApproveOpeningActs['known']['edition'],
    string
  >;
  const { happenedOn: _date, ...said } = act;
  const by = judgedBy(edition, text, clauseNamed(text, `${act.article}.${act.clause}`)!);
  const data: ActTakenOver['data'] = {
    case: number,
    employee,
    year,
    entry,
    source,
    dated,
    ...said,
    happenedAt: happenedAt(act),
    points: pointsOf([act.level], by.reckoning),
    ...command.known.subject,
    judgedBy: by,
  };
  return happened(command, 'ActTakenOver', data, [act.article]);
}
