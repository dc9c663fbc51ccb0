import { only, type Projection } from '@app/projections';
import { ticketEventTypes, type EntitlementChecked, type RepairCompleted } from '../../contract.js';
import { ticketOf } from '../of-ticket.js';
import { UnitVisitRow } from './unit-visits.row.js';

/** Which units were served on which visits, and what the fault came from (V11, V12, R9). */
export const unitVisits: Projection<UnitVisitRow, EntitlementChecked | RepairCompleted> = {
  name: 'unit-visits',
  version: 1,
  row: UnitVisitRow,
  handles: only(ticketEventTypes, ['EntitlementChecked', 'RepairCompleted']),
  keysOf: (event) => ticketOf(event).map((ticket) => `${ticket}/${event.data.visit}`),
  evolve(row, { type, data, occurredAt }, id) {
    const { visit } = data;
    const ticket = id.slice(0, id.lastIndexOf('/'));
    const none = { unit: null, product: null, checkedAt: null, cause: null, restored: null };
    const before = row ?? { id, ticket, visit, ...none };
    if (type === 'RepairCompleted') {
      const { cause, restored } = data;
      return { ...before, cause, restored };
    }
    if (!data.unit) return before;
    const { unit, product } = data.unit;
    return { ...before, unit, product, checkedAt: occurredAt };
  },
};
