import type { Instant } from '@app/kernel';
import type { Projection } from '@app/projections';
import { standingEvents, type StandingEvent } from '../../contract.js';
import { explanationOf } from '../../domain/standing/standing-of-cases.js';
import { evolve, initialState } from '../../domain/standing.evolve.js';
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
    const begins = event.type === 'CaseOpened' || event.type === 'ActTakenOver';
    const said = {
      id,
      ...subjectOf(event.stream),
      department: (begins ? event.data.department : row?.department) ?? null,
      version: event.version,
    };
    return underWayAt(said, evolve(row ? standingOf(row) : initialState(), event));
  },
};

type Reckoned = Pick<StandingRow, 'points' | 'net' | 'open' | 'appealUntil' | 'standing'>;

/**
 * Standings of rows that nobody has read a number of. A page may hold a year of events of one row, which is
 * written once: what its numbers are, and how it is kept, is reckoned then and not with each event.
 */
const underWay = new WeakMap<StandingRow, Standing>();

function standingOf(row: StandingRow): Standing {
  return underWay.get(row) ?? unpacked(row.standing);
}

function underWayAt(said: Omit<StandingRow, keyof Reckoned>, after: Standing): StandingRow {
  const row: StandingRow = {
    ...said,
    get points() {
      return settled(row).points;
    },
    get net() {
      return settled(row).net;
    },
    get open() {
      return settled(row).open;
    },
    get appealUntil() {
      return settled(row).appealUntil;
    },
    get standing() {
      return settled(row).standing;
    },
  };
  underWay.set(row, after);
  return row;
}

/** From now on the row has its numbers, and its standing as it is kept. */
function settled(row: StandingRow): Reckoned {
  const reckoned = reckonedOf(underWay.get(row)!);
  underWay.delete(row);
  for (const [column, value] of Object.entries(reckoned))
    Object.defineProperty(row, column, { value, enumerable: true });
  return reckoned;
}

function reckonedOf(standing: Standing): Reckoned {
  const { cases } = standing;
  const { points = 0, net = [] } = explanationOf(cases) ?? {};
  return {
    points,
    net,
    open: cases.some(isPending),
    appealUntil: appealUntil(standing),
    standing: packed(standing),
  };
}

function appealUntil({ cases }: Standing): Instant | null {
  const terms = cases
    .filter(({ status, appealDecided }) => status === 'decided' && !appealDecided)
    .flatMap(({ appealUntil: until }) => until ?? []);
  return terms.toSorted().at(-1) ?? null;
}
