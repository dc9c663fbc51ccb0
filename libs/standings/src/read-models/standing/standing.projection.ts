import type { Projection } from '@app/projections';
import { standingEvents, type StandingEvent } from '../../contract.js';
import { explanationOf } from '../../domain/standing/standing-of-cases.js';
import { evolve, initialState } from '../../domain/standing.evolve.js';
import { subjectOf } from '../../domain/standing.state.js';
import { keyOf } from '../of-standing.js';
import { StandingRow } from './standing.row.js';

/** Every year of every employee who has had a case in it, folded as the decisions fold it. */
export const standing: Projection<StandingRow, StandingEvent> = {
  name: 'standing',
  version: 2,
  row: StandingRow,
  handles: standingEvents,
  keysOf({ stream }) {
    const { employee, year } = subjectOf(stream);
    return [keyOf(employee, year)];
  },
  evolve(row, event, id) {
    const after = evolve(row?.standing ?? initialState(), event);
    const department = event.type === 'CaseOpened' ? event.data.department : row?.department;
    return {
      id,
      ...subjectOf(event.stream),
      department: department ?? null,
      points: explanationOf(after.cases)?.points ?? 0,
      closed: after.closed,
      standing: after,
      version: event.version,
    };
  },
};
