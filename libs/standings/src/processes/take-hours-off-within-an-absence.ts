import type { Span } from '@app/kernel';
import { only, send, type Process } from '@app/processes';
import { figuresStreams } from '../domain/figures/figures.state.js';
import { standingEvents, type StandingEvent } from '../domain/standing.events.js';
import { subjectOf } from '../domain/standing.state.js';

const HANDLED = ['CaseOpened', 'ActDecided', 'ActRevoked'] as const;
type Handled = Extract<StandingEvent, { type: (typeof HANDLED)[number] }>;

/** Of the year's cases of which it was said until when they went on, when that was. */
interface Spans {
  readonly spans: Readonly<Record<number, Span>>;
}

/**
 * D20, D35: hours that are logged within what was decided to be an absence (以旷职论处) count for no quota,
 * whenever they are told; revoked, they count again. Where nobody said until when it went on, there are none.
 */
export const takeHoursOffWithinAnAbsence: Process<Spans, Handled> = {
  name: 'take-hours-off-within-an-absence',
  startsAt: 'first-event',
  handles: only(standingEvents, HANDLED),
  initialState: { spans: {} },
  evolve({ spans }, { type, data }) {
    if (type !== 'CaseOpened' || data.until === undefined) return { spans };
    return { spans: { ...spans, [data.case]: { from: data.happenedAt, until: data.until } } };
  },
  react({ type, data, stream }, { spans }) {
    const span = spans[data.case];
    if (!span || type === 'CaseOpened') return [];
    const { employee, year } = subjectOf(stream);
    const of = { employee, year, case: data.case };
    if (type === 'ActRevoked') return [send(figuresStreams, employee, 'LiftAbsence', of)];
    if (!data.measures.includes('absence')) return [];
    return [send(figuresStreams, employee, 'CountAbsence', { ...of, span })];
  },
};
