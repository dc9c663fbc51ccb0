import type { LocalDate } from '@app/kernel';
import type { ContractEvent } from './contract.events.js';
import type { PlannedRound, RoundId } from './contract.values.js';

/**
 * One time of a plan: it has its day; its ticket is open; it was done; or its ticket ended without it,
 * so that it is owed and has none.
 */
export interface Round extends PlannedRound {
  readonly status: 'planned' | 'opened' | 'done' | 'owed';
  /** The last of its tickets. */
  readonly ticket?: string;
  /** How many it has had. */
  readonly tickets: number;
  readonly moved: boolean;
  /** The day that passed without it; undefined: none has. */
  readonly carriedOver?: LocalDate;
}

export function sameRound(one: RoundId, other: RoundId): boolean {
  return one.plan === other.plan && one.round === other.round;
}

/** The rounds of a contract after one more event. */
export function roundsAfter(rounds: readonly Round[], event: ContractEvent): readonly Round[] {
  switch (event.type) {
    case 'MaintenancePlanned': {
      const { rounds: planned, dropped } = event.data;
      const kept = rounds.filter((each) => !dropped.some((gone) => sameRound(each, gone)));
      const fresh = { status: 'planned', tickets: 0, moved: false } as const;
      return [...kept, ...planned.map((round) => ({ ...round, ...fresh }))];
    }
    case 'MaintenanceMoved': {
      const { day, opens, due } = event.data;
      return changed(rounds, event.data, { day, opens, due, moved: true });
    }
    case 'MaintenanceOpened': {
      const { ticket } = event.data;
      const before = rounds.find((each) => sameRound(each, event.data))?.tickets ?? 0;
      return changed(rounds, event.data, { status: 'opened', ticket, tickets: before + 1 });
    }
    case 'MaintenanceDone':
      return changed(rounds, event.data, { status: 'done' });
    case 'MaintenanceOwed': {
      const status = event.data.why === 'reopened' ? 'opened' : 'owed';
      return changed(rounds, event.data, { status });
    }
    case 'MaintenanceCarriedOver':
      return changed(rounds, event.data, { carriedOver: event.data.day });
    default:
      return rounds;
  }
}

function changed(rounds: readonly Round[], id: RoundId, change: Partial<Round>): readonly Round[] {
  return rounds.map((each) => (sameRound(each, id) ? { ...each, ...change } : each));
}
