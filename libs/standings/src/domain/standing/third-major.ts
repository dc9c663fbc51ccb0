import { cameToLight, happened } from '@app/policy';
import type { Clause } from '../edition/clause.js';
import { endOfTerm } from '../case/terms.js';
import type { ChangesActs } from '../standing.commands.js';
import type { ActProposed, CaseOpened, StandingEvent } from '../standing.events.js';
import { counts, isDismissed, isPending, type CaseFile, type Standing } from '../standing.state.js';
import { firstStood } from './standing-of-cases.js';

/** 全年度累计三次大过解雇, as the clause of a case. */
const THREE_MAJORS = {
  article: 'D8',
  clause: 'three-majors',
  says: { zh: '全年度累计三次大过', en: 'three major demerits within the year' },
  trigger: 'consequence',
  verified: false,
  outcomes: [{ measures: ['dismissal'] }],
  absolute: true,
} as const satisfies Omit<Clause, 'department'>;

/**
 * What follows once acts have changed: at the first moment at which three major demerits stand, the
 * dismissal is proposed to the general manager (D8); where an act without which they never stood was
 * revoked, that is undone, and nothing else is.
 *
 * @param changed the case whose act was
 */
export function thirdMajor(
  command: ChangesActs,
  standing: Standing,
  changed: number,
): readonly StandingEvent[] {
  const { cases } = standing;
  const stood = firstStood(cases.filter(({ opened }) => opened.article !== 'D8'));
  const proposed = cases.find((each) => each.opened.article === 'D8' && isLive(each));
  if (stood && !proposed && !isDismissed(standing))
    return propose(command, cases, [...new Set(stood.map((act) => act.case))]);
  return !stood && proposed ? [undo(command, proposed, changed)] : [];
}

function propose(
  command: ChangesActs,
  cases: readonly CaseFile[],
  because: readonly number[],
): readonly [CaseOpened, ActProposed] {
  const of = cases.filter((each) => because.includes(each.case));
  const { opened } = of.reduce((latest, each) =>
    each.opened.happenedAt >= latest.opened.happenedAt ? each : latest,
  );
  const { employee, year, happenedAt, department, supervisor, reportsTo, judgedBy } = opened;
  const number = cases.length + 1;
  const data: CaseOpened['data'] = {
    case: number,
    employee,
    year,
    article: 'D8',
    clause: THREE_MAJORS.clause,
    facts: `${THREE_MAJORS.says.zh} / ${THREE_MAJORS.says.en}`,
    happenedAt,
    evidence: [],
    department,
    supervisor,
    ...(reportsTo && { reportsTo }),
    because,
    judgedBy: { ...judgedBy, clause: { ...THREE_MAJORS, department: judgedBy.clause.department } },
  };
  const hearingUntil = endOfTerm(command.known, cameToLight(command), judgedBy.hearingDays);
  return [
    happened(command, 'CaseOpened', data, ['D8']),
    happened(command, 'ActProposed', { case: number, measures: ['dismissal'], hearingUntil }, [
      'D8',
    ]),
  ];
}

function undo(command: ChangesActs, file: CaseFile, because: number): StandingEvent {
  const data = { case: file.case, because };
  return counts(file)
    ? happened(command, 'ActRevoked', data, ['D8'])
    : happened(command, 'CaseDropped', data, ['D8']);
}

function isLive(file: CaseFile): boolean {
  return counts(file) || isPending(file);
}
