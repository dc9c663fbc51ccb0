import { localDate } from '@app/kernel';
import { send, type Process } from '@app/processes';
import { standingEvents, type StandingEvent } from '../domain/standing.events.js';
import { standingStreams } from '../domain/standing.state.js';

type Heard = Extract<StandingEvent, { type: 'ActDecided' | 'ActRevoked' }>;

/** The supervisors of an employee's year for whom a case followed, by the case from which it did. */
interface Followed {
  readonly of: Readonly<Record<string, { readonly employee: string; readonly year: string }>>;
}

/**
 * D18: who was dismissed for a competing business brings a case of their direct supervisor, unless that
 * one had reported it; where the act is revoked, so is what followed.
 */
export const openCaseOfTheSupervisor: Process<Followed, Heard> = {
  name: 'open-case-of-the-supervisor',
  startsAt: 'first-event',
  handles: { ActDecided: standingEvents.ActDecided, ActRevoked: standingEvents.ActRevoked },
  initialState: { of: {} },
  evolve({ of }, { type, data }) {
    if (type !== 'ActDecided' || !data.unreported) return { of };
    return { of: { ...of, [data.case]: supervisorOf(data.unreported) } };
  },
  react({ type, data, stream }, { of }) {
    const cause = { ...subjectOf(stream), case: data.case };
    if (type === 'ActRevoked') {
      const followed = of[data.case];
      if (!followed) return [];
      return [send(standingStreams, followed.employee, 'UndoConsequence', { ...followed, cause })];
    }
    if (!data.unreported) return [];
    const supervisor = supervisorOf(data.unreported);
    const { happenedAt } = data.unreported;
    const { employee, year } = cause;
    const facts = `未呈报部属 ${employee} 的同业经营（${year} 年第 ${data.case} 案） / had not reported the competing business of ${employee} (case ${data.case} of ${year})`;
    const said = { article: 'D18', clause: 'unreported', facts, happenedAt };
    return [
      send(standingStreams, supervisor.employee, 'OpenConsequence', {
        ...supervisor,
        ...said,
        cause,
      }),
    ];
  },
};

function supervisorOf({
  supervisor,
  happenedAt,
}: {
  readonly supervisor: string;
  readonly happenedAt: string;
}) {
  return { employee: supervisor, year: localDate(happenedAt).slice(0, 4) };
}

/** Whose year a stream is: no employee's id has a colon. */
function subjectOf(stream: string) {
  const [employee, year] = stream.slice(`${standingStreams.category}-`.length).split(':');
  return { employee: employee!, year: year! };
}
