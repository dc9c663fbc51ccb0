import type { Instant } from '@app/kernel';
import { send, type Process, type Recorded, type SetDeadline } from '@app/processes';
import { lastMomentOf, monthsOf as monthsIn, next, periodsOf } from '../domain/case/figures.js';
import { figuresEvents, type FiguresEvent } from '../domain/figures/figures.events.js';
import { monthsOf } from '../domain/figures/months.js';
import { standingStreams, subjectOf } from '../domain/standing.state.js';

/** The periods of an employee's year whose evaluation is set. */
interface Evaluated {
  readonly periods: readonly string[];
  /** What each entry from paper is of, by its number; absent: there is none. */
  readonly paper?: Readonly<Record<string, readonly string[]>>;
}

/** Evaluations are run in the hours of working days. */
const HOURS = [{ from: '08:00', until: '18:00' }];

/**
 * R13: a month, the first half-year and the year are evaluated on the working day after; and once more as
 * soon as somebody works when a figure comes late or is corrected. What paper says is of periods that no
 * edition judges; those after them are evaluated again by it, as streaks go back to it, and the half-year and
 * the year that it begins.
 */
export const evaluateWhenAPeriodIsOver: Process<Evaluated, FiguresEvent> = {
  name: 'evaluate-when-a-period-is-over',
  startsAt: 'first-event',
  handles: figuresEvents,
  initialState: { periods: [] },
  evolve(state, event) {
    const periods = [...new Set([...state.periods, ...touchedBy(event)])];
    if (event.type !== 'OpeningFiguresEntered') return { ...state, periods };
    const { entry, figures } = event.data;
    return { periods, paper: { ...state.paper, [entry]: figures.map(({ period }) => period) } };
  },
  react(event, state) {
    const { stream, recordedAt } = event;
    const { employee } = subjectOf(stream);
    return dueBy(event, state).map((period): SetDeadline => {
      const end = lastMomentOf(period);
      const data = { employee, year: period.slice(0, 4), period };
      return {
        deadline: period,
        at: { after: recordedAt > end ? recordedAt : end, workingMinutes: 0, hours: HOURS },
        send: send(standingStreams, employee, 'EvaluatePeriodAgain', data),
      };
    });
  },
};

/** Those whose evaluation is to be set, and those that are to be evaluated again. */
function dueBy(event: Recorded<FiguresEvent>, { periods, paper = {} }: Evaluated): string[] {
  const { recordedAt } = event;
  if (event.type === 'OpeningFiguresApproved') {
    const { entry, corrects = entry } = event.data;
    const said = [entry, corrects].flatMap((each) => paper[each] ?? []);
    return [...new Set(said.flatMap((period) => reachedBy(period, recordedAt)))];
  }
  return touchedBy(event).filter(
    (period) => !periods.includes(period) || recordedAt > lastMomentOf(period),
  );
}

function touchedBy(event: FiguresEvent): readonly string[] {
  return [...new Set(monthsOf(event).flatMap(periodsOf))];
}

/** A period with what it is a part of, and all of their kinds after them, as far as they are over. */
function reachedBy(period: string, now: Instant): readonly string[] {
  const [first] = monthsIn(period);
  const own = period === first ? periodsOf(period) : [period];
  return own.flatMap((each) => {
    const over: string[] = [];
    for (let reached = each; lastMomentOf(reached) < now; reached = next(reached))
      over.push(reached);
    return over;
  });
}
