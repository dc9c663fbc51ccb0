import { send, type Process, type SetDeadline } from '@app/processes';
import { lastMomentOf, periodsOf } from '../domain/case/figures.js';
import { figuresEvents, type FiguresEvent } from '../domain/figures/figures.events.js';
import { monthsOf } from '../domain/figures/months.js';
import { standingStreams, subjectOf } from '../domain/standing.state.js';

/** The periods of an employee's year whose evaluation is set. */
interface Evaluated {
  readonly periods: readonly string[];
}

/** Evaluations are run in the hours of working days. */
const HOURS = [{ from: '08:00', until: '18:00' }];

/**
 * R13: a month, the first half-year and the year are evaluated on the working day after; and once more as
 * soon as somebody works when a figure comes late or is corrected.
 */
export const evaluateWhenAPeriodIsOver: Process<Evaluated, FiguresEvent> = {
  name: 'evaluate-when-a-period-is-over',
  startsAt: 'first-event',
  handles: figuresEvents,
  initialState: { periods: [] },
  evolve: ({ periods }, event) => ({ periods: [...new Set([...periods, ...touchedBy(event)])] }),
  react(event, { periods }) {
    const { stream, recordedAt } = event;
    const { employee, year } = subjectOf(stream);
    return touchedBy(event)
      .filter((period) => !periods.includes(period) || recordedAt > lastMomentOf(period))
      .map((period): SetDeadline => {
        const end = lastMomentOf(period);
        const data = { employee, year, period };
        return {
          deadline: period,
          at: { after: recordedAt > end ? recordedAt : end, workingMinutes: 0, hours: HOURS },
          send: send(standingStreams, employee, 'EvaluatePeriodAgain', data),
        };
      });
  },
};

function touchedBy(event: FiguresEvent): readonly string[] {
  return [...new Set(monthsOf(event).flatMap(periodsOf))];
}
