import {
  employeeEventTypes,
  type EmployeeDismissed,
  type EmployeeLeft,
  type EmployeeRegistered,
} from '@app/department';
import { only, send, type Process } from '@app/processes';
import { handsAt, handsOf } from '../domain/location/location.js';
import { stockEvents } from '../domain/stock/stock.events.js';
import { changeOf, DIRECTIONS, type Movement } from '../domain/stock/movements.js';
import { stockStreams } from '../domain/stock/stock.state.js';

type OfEmployee = EmployeeDismissed | EmployeeLeft | EmployeeRegistered;
type Event = OfEmployee | Movement;

const OF_EMPLOYEE = ['EmployeeDismissed', 'EmployeeLeft', 'EmployeeRegistered'] as const;

/** Thousandths of each material in somebody's hands, of which what is none is not among them; or they have left. */
type InHand = Readonly<Record<string, number>> | 'left';

/** R12: whoever leaves, or is dismissed, is asked for all material that they have in hand, as for tools; so is, for what is signed for later, whoever has left. */
export const askForMaterialsWhenEmployeeLeaves: Process<InHand, Event> = {
  name: 'ask-for-materials-when-employee-leaves',
  startsAt: 'first-event',
  handles: {
    ...only(employeeEventTypes, OF_EMPLOYEE),
    ...only(stockEvents, Object.keys(DIRECTIONS) as Movement['type'][]),
  },
  keyOf: (event) =>
    (isOfEmployee(event) ? event.data.employee : handsAt(event.data.place)) ?? event.stream,
  initialState: {},
  evolve(inHand, event) {
    if (event.type === 'EmployeeLeft') return 'left';
    // Whoever comes back is there again.
    if (event.type === 'EmployeeRegistered') return undefined;
    if (event.type === 'EmployeeDismissed' || inHand === 'left') return inHand;
    if (handsAt(event.data.place) === undefined) return undefined;
    const { sku } = event.data;
    const { [sku]: before = 0, ...others } = inHand;
    const left = before + changeOf(event);
    const after = left === 0 ? others : { ...others, [sku]: left };
    return Object.keys(after).length > 0 ? after : undefined;
  },
  react(event, inHand) {
    if (!isOfEmployee(event)) {
      const { sku, place } = event.data;
      const employee = handsAt(place);
      if (inHand !== 'left' || employee === undefined || event.type !== 'MaterialTakenIn')
        return [];
      return [send(stockStreams, sku, 'AskForMaterial', { sku, place, employee })];
    }
    const { employee } = event.data;
    const goes = event.type !== 'EmployeeRegistered' && inHand !== 'left';
    const skus = goes ? Object.keys(inHand).toSorted() : [];
    return skus.map((sku) => {
      const asked = { sku, place: handsOf(employee), employee, leftAt: event.occurredAt };
      return send(stockStreams, sku, 'AskForMaterial', asked);
    });
  },
};

function isOfEmployee(event: Event): event is OfEmployee {
  return OF_EMPLOYEE.some((type) => type === event.type);
}
