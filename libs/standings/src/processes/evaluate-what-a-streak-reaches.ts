import { only, send, type Process } from '@app/processes';
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
  react({ data: { employee, period, judged } }) {
    const longest = Math.max(...judged.map(({ figures }) => figures.length), 0);
    const reached = Array.from({ length: Math.max(longest - 1, 1) }, (_, index) =>
      before(period, -1 - index),
    );
    return reached.map((each) => {
      const data = { employee, year: each.slice(0, 4), period: each };
      return send(standingStreams, employee, 'EvaluatePeriodAgain', data);
    });
  },
};
