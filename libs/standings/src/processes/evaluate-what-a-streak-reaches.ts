import { only, send, type Process, type Send } from '@app/processes';
import { before } from '../domain/case/figures.js';
import { standingEvents, type PeriodEvaluated } from '../domain/standing.events.js';
import { standingStreams } from '../domain/standing.state.js';

/**
 * D14, D19, D32, D34: what a month or a year came to may begin, lengthen or end a streak, or free the periods
 * of one for the next; so those after it are evaluated again of which a streak can have a period in common
 * with its own. Where that comes to nothing else, it ends there.
 */
export const evaluateWhatAStreakReaches: Process<null, PeriodEvaluated> = {
  name: 'evaluate-what-a-streak-reaches',
  startsAt: 'first-event',
  handles: only(standingEvents, ['PeriodEvaluated']),
  initialState: null,
  evolve: () => undefined,
  react({ data: { employee, period, judged, longest } }) {
    const atLeast = Math.max(2, ...judged.map(({ figures }) => figures.length));
    return following(period, (longest ?? atLeast) - 1).map((each) => evaluateAgain(employee, each));
  },
};

/** So many periods after one, of its kind. */
function following(period: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => before(period, -1 - index));
}

export function evaluateAgain(employee: string, period: string): Send {
  const data = { employee, year: period.slice(0, 4), period };
  return send(standingStreams, employee, 'EvaluatePeriodAgain', data);
}
