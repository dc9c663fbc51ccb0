import { enforce } from '@app/kernel';
import { happened } from '@app/policy';
import { dismissedTakeNoFurtherActs } from '../rules/dismissed-take-no-further-acts.js';
import type { Cause, OpenConsequence, UndoConsequence } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';
import { counts, isDismissed, isPending, type CaseFile, type Standing } from '../standing.state.js';
import { clauseInForce, opened } from './open-case.js';

/** The case of a direct supervisor that follows from the act against their subordinate; once (D18). */
export function openConsequence(command: OpenConsequence, standing: Standing): StandingEvent[] {
  const { employee: _employee, year: _year, cause, ...said } = command.data;
  if (standing.cases.some(follows(cause))) return [];
  const dismissed = command.known.dismissed || isDismissed(standing);
  enforce([dismissedTakeNoFurtherActs], { dismissed });
  const { edition, clause } = clauseInForce(said, command.known);
  const facts = { ...said, evidence: [] };
  return [
    opened(
      command,
      standing,
      { facts, edition, clause, known: command.known },
      { because: [cause.case], causedBy: { employee: cause.employee, year: cause.year } },
    ),
  ];
}

/** The act from which it followed was revoked: so is what followed, and nothing else. */
export function undoConsequence(command: UndoConsequence, { cases }: Standing): StandingEvent[] {
  const { cause } = command.data;
  return cases.filter(follows(cause)).flatMap<StandingEvent>((file) => {
    const data = { case: file.case, because: cause.case };
    if (isPending(file) && file.status !== 'appealed')
      return [happened(command, 'CaseDropped', data, ['D18'])];
    return counts(file) ? [happened(command, 'ActRevoked', data, ['D18'])] : [];
  });
}

function follows({ employee, year, case: number }: Cause) {
  return ({ opened: { because = [], causedBy } }: CaseFile): boolean =>
    causedBy?.employee === employee && causedBy.year === year && because.includes(number);
}
