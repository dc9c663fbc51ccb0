import { only, type Process } from '@app/processes';
import { before } from '../domain/case/figures.js';
import { standingEvents, type StandingEvent } from '../domain/standing.events.js';
import { subjectOf } from '../domain/standing.state.js';
import { evaluateAgain } from './evaluate-what-a-streak-reaches.js';

type Handled = Extract<StandingEvent, { type: 'CaseOpened' | 'ActRevoked' }>;

/** The periods of each streak that an evaluation made a case of, by the case's number. */
type Streaks = Readonly<Record<string, readonly string[]>>;

/**
 * D14, D19, D32, D34: until an act of a streak is taken back, as its figures were corrected, its periods count for
 * no other streak. From then on they do: so those periods are evaluated again, from the oldest on, with
 * which a streak can end that has one of them.
 */
export const evaluateWhatAStreakFrees: Process<Streaks, Handled> = {
  name: 'evaluate-what-a-streak-frees',
  startsAt: 'first-event',
  handles: only(standingEvents, ['CaseOpened', 'ActRevoked']),
  initialState: {},
  evolve(streaks, { type, data }) {
    if (type !== 'CaseOpened' || !data.evaluated || data.replaces !== undefined) return streaks;
    const periods = (data.figures ?? []).map(({ period }) => period);
    return periods.length > 1 ? { ...streaks, [data.case]: periods } : streaks;
  },
  react({ type, data, stream }, streaks) {
    if (type !== 'ActRevoked' || data.replacedBy === undefined) return [];
    const periods = streaks[data.case] ?? [];
    const { employee } = subjectOf(stream);
    const ends = [...periods, ...periods.slice(1).map((each) => after(each, periods.length - 1))];
    return ends.map((each) => evaluateAgain(employee, each));
  },
};

/** The period so many after one of the same kind. */
function after(period: string, count: number): string {
  return before(period, -count);
}
