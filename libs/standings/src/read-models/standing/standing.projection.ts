import type { Instant } from '@app/kernel';
import type { Projection } from '@app/projections';
import { standingEvents, type StandingEvent } from '../../contract.js';
import { explanationOf } from '../../domain/standing/standing-of-cases.js';
import { evolve, initialState } from '../../domain/standing.evolve.js';
import { changesActs } from '../../domain/standing.decider.js';
import { isPending, subjectOf, type Standing } from '../../domain/standing.state.js';
import { keyOf } from '../of-standing.js';
import { packed, unpacked } from './packed.js';
import { StandingRow } from './standing.row.js';

/** Every year of every employee who has had a case in it, folded as the decisions fold it. */
export const standing: Projection<StandingRow, StandingEvent> = {
  name: 'standing',
  version: 3,
  row: StandingRow,
  handles: standingEvents,
  keysOf({ stream }) {
    const { employee, year } = subjectOf(stream);
    return [keyOf(employee, year)];
  },
  evolve(row, event, id) {
    const after = evolve(row ? unpacked(row.standing) : initialState(), event);
    const begins = event.type === 'CaseOpened' || event.type === 'ActTakenOver';
    return {
      id,
      ...subjectOf(event.stream),
      department: (begins ? event.data.department : row?.department) ?? null,
      ...(changesActs(event) || !row ? reckoned(after) : { points: row.points, net: row.net }),
      open: after.cases.some(isPending),
      appealUntil: appealUntil(after),
      standing: packed(after),
      version: event.version,
    };
  },
};

function reckoned({ cases }: Standing): Pick<StandingRow, 'points' | 'net'> {
  const { points = 0, net = [] } = explanationOf(cases) ?? {};
  return { points, net };
}

function appealUntil({ cases }: Standing): Instant | null {
  const terms = cases
    .filter(({ status, appealDecided }) => status === 'decided' && !appealDecided)
    .flatMap(({ appealUntil: until }) => until ?? []);
  return terms.toSorted().at(-1) ?? null;
}
