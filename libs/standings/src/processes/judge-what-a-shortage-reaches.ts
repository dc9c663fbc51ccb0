import { only, send, type Process } from '@app/processes';
import type { Instant } from '@app/kernel';
import { standingEvents, type StandingEvent } from '../domain/standing.events.js';
import { standingStreams, subjectOf } from '../domain/standing.state.js';

type Handled = Extract<StandingEvent, { type: 'ShortageRecorded' | 'ActRevoked' }>;

/** A stocktake that found something missing of one's goods, or had found it. */
interface Counted {
  readonly stocktake: string;
  readonly year: string;
  readonly at: Instant;
}

/**
 * D22: whether shortages are repeated (经常性) depends on all of them: as one is told, or turns out otherwise, the others
 * of that year and of those beside it are judged anew, from the oldest on; and so are they as an act is taken
 * back whose shortages are in no case then.
 */
export const judgeWhatAShortageReaches: Process<readonly Counted[], Handled> = {
  name: 'judge-what-a-shortage-reaches',
  startsAt: 'first-event',
  handles: only(standingEvents, ['ShortageRecorded', 'ActRevoked']),
  keyOf: ({ stream }) => subjectOf(stream).employee,
  initialState: [],
  evolve(counted, { type, data }) {
    if (type !== 'ShortageRecorded') return counted;
    const { stocktake, year, at } = data;
    const others = counted.filter((each) => each.stocktake !== stocktake);
    return [...others, { stocktake, year, at }].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  },
  react({ type, data, stream, articles }, counted) {
    if (type === 'ActRevoked' && !(articles.includes('D22') && data.replacedBy !== undefined))
      return [];
    const { employee, year: of } = subjectOf(stream);
    const own = type === 'ShortageRecorded' ? data.stocktake : undefined;
    return counted
      .filter(({ stocktake, year }) => stocktake !== own && areBeside(year, of))
      .map(({ stocktake, year, at }) =>
        send(standingStreams, employee, 'JudgeShortageAgain', { employee, year, stocktake, at }),
      );
  },
};

function areBeside(year: string, other: string): boolean {
  return Math.abs(Number(year) - Number(other)) <= 1;
}
