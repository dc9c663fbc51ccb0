import { only, type Projection } from '@app/projections';
import {
  contractEvents,
  type ContractOwnEvent,
  type MaintenancePlanned,
} from '../../domain/contract.events.js';
import type { RoundId } from '../../domain/contract.values.js';
import { MaintenanceRow } from './maintenance-calendar.row.js';

const TOLD = [
  'MaintenancePlanned',
  'MaintenanceMoved',
  'MaintenanceOpened',
  'MaintenanceDone',
  'MaintenanceOwed',
  'MaintenanceCarriedOver',
] as const;

type Told = Extract<ContractOwnEvent, { type: (typeof TOLD)[number] }>;

/** Every round of maintenance that has its day: planned, moved, opened, done, late (B2). */
export const maintenanceCalendar: Projection<MaintenanceRow, Told> = {
  name: 'maintenance-calendar',
  version: 1,
  row: MaintenanceRow,
  handles: only(contractEvents, TOLD),
  keysOf({ type, data }) {
    const { contract } = data;
    if (type !== 'MaintenancePlanned') return [idOf(contract, data)];
    return [...data.rounds, ...data.dropped].map((round) => idOf(contract, round));
  },
  evolve(row, { type, data }, id) {
    if (type === 'MaintenancePlanned') return planned(data, id);
    if (!row) return row;
    switch (type) {
      case 'MaintenanceMoved':
        return { ...row, day: data.day, opens: data.opens, moved: true };
      case 'MaintenanceOpened':
        return { ...row, status: 'opened', ticket: data.ticket };
      case 'MaintenanceDone':
        return { ...row, status: 'done', doneAt: data.at, late: row.moved ? row.late : data.late };
      case 'MaintenanceOwed':
        return { ...row, status: data.why === 'reopened' ? 'opened' : 'owed', doneAt: null };
      case 'MaintenanceCarriedOver':
        return { ...row, late: true };
    }
  },
};

function idOf(contract: string, { plan, round }: RoundId): string {
  return `${contract}:${plan}:${round}`;
}

/** Undefined where it is dropped. */
function planned(
  { contract, customer, rounds }: MaintenancePlanned['data'],
  id: string,
): MaintenanceRow | undefined {
  const found = rounds.find((each) => idOf(contract, each) === id);
  if (!found) return undefined;
  const { site, plan, round, day, opens } = found;
  const begun = {
    status: 'planned',
    moved: false,
    late: false,
    ticket: null,
    doneAt: null,
  } as const;
  return { id, contract, customer, site, plan, round, day, opens, ...begun };
}
