import { only, send, type Process } from '@app/processes';
import { next } from '../domain/case/figures.js';
import { standingEvents, type PeriodEvaluated } from '../domain/standing.events.js';
import { standingStreams } from '../domain/standing.state.js';

/**
 * D14, D19, D32, D34: what a month or a year came to may begin, lengthen or end a streak, so the period
 * after it is evaluated again; where that comes to nothing else, it ends there.
 */
export const evaluateWhatAStreakReaches: Process<null, PeriodEvaluated> = {
  name: 'evaluate-what-a-streak-reaches',
  startsAt: 'first-event',
  handles: only(standingEvents, ['PeriodEvaluated']),
  initialState: null,
  evolve: () => undefined,
  react({ data: { employee, period: before } }) {
    const period = next(before);
    const year = period.slice(0, 4);
    return [send(standingStreams, employee, 'EvaluatePeriodAgain', { employee, year, period })];
  },
};
