import type { Command } from '@app/kernel';
import { happened } from '@app/policy';
import { CORRECTED } from '../evaluation/consequences.js';
import type { OfStanding, WithdrawCase } from '../standing.commands.js';
import type { CaseOpened, StandingEvent } from '../standing.events.js';
import { counts, isPending, type CaseFile, type Standing } from '../standing.state.js';

/**
 * What a case rests on was found to be not so. While it waits for a decision it is dropped; where an act was
 * decided, a case that names it proposes to take that back: who decides acts decides about it, once.
 */
export function withdrawCase(command: WithdrawCase, standing: Standing): readonly StandingEvent[] {
  const { article, matter, happenedAt } = command.data;
  const file = standing.cases.find(
    ({ opened, undone }) =>
      !undone &&
      opened.replaces === undefined &&
      opened.article === article &&
      opened.matter === matter &&
      opened.happenedAt === happenedAt,
  );
  return file ? unfounded(command, standing, file) : [];
}

/** What is to become of a case that nothing is left of. */
export function unfounded(
  command: Command<string, OfStanding>,
  standing: Standing,
  file: CaseFile,
): readonly StandingEvent[] {
  if (isPending(file) && file.status !== 'appealed') {
    const dropped = { case: file.case, corrected: true as const };
    return [happened(command, 'CaseDropped', dropped, [file.opened.article])];
  }
  return counts(file) ? takenBack(command, standing, file) : [];
}

function takenBack(
  command: Command,
  standing: Standing,
  { case: replaces, opened }: CaseFile,
): readonly StandingEvent[] {
  const asked = standing.cases.some((each) => each.opened.replaces === replaces && isPending(each));
  if (asked) return [];
  const { article, judgedBy } = opened;
  const data: CaseOpened['data'] = {
    ...opened,
    case: standing.cases.length + 1,
    clause: CORRECTED.clause,
    evidence: [],
    replaces,
    judgedBy: { ...judgedBy, clause: { ...judgedBy.clause, ...CORRECTED } },
  };
  return [
    happened(command, 'CaseOpened', data, [article]),
    happened(command, 'ActProposed', { case: data.case, measures: [] }, [article]),
  ];
}
