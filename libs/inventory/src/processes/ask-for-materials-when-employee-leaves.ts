import { employeeEventTypes, type EmployeeLeft } from '@app/department';
import { only, send, type Process, type Send } from '@app/processes';
import { handsAt, handsOf } from '../domain/location/location.js';
import { stockEvents } from '../domain/stock/stock.events.js';
import { changeOf, DIRECTIONS, type Movement } from '../domain/stock/movements.js';
import { stockStreams } from '../domain/stock/stock.state.js';

/** Thousandths of each material in somebody's hands; what is none is not among them. */
type InHand = Readonly<Record<string, number>>;

/** R12: whoever leaves is asked for all material that they have in hand, as for tools. */
export const askForMaterialsWhenEmployeeLeaves: Process<InHand, EmployeeLeft | Movement> = {
  name: 'ask-for-materials-when-employee-leaves',
  startsAt: 'first-event',
  handles: {
    ...only(employeeEventTypes, ['EmployeeLeft']),
    ...only(stockEvents, Object.keys(DIRECTIONS) as Movement['type'][]),
  },
  keyOf: ({ stream, type, data }) =>
    (type === 'EmployeeLeft' ? data.employee : handsAt(data.place)) ?? stream,
  initialState: {},
  evolve(inHand, event) {
    if (event.type === 'EmployeeLeft' || handsAt(event.data.place) === undefined) return undefined;
    const { sku } = event.data;
    const { [sku]: before = 0, ...others } = inHand;
    const left = before + changeOf(event);
    const after = left === 0 ? others : { ...others, [sku]: left };
    return Object.keys(after).length > 0 ? after : undefined;
  },
  react({ type, data }, inHand): Send[] {
    if (type !== 'EmployeeLeft') return [];
    const { employee } = data;
    const skus = Object.keys(inHand).toSorted();
    return skus.map((sku) => {
      const asked = { sku, place: handsOf(employee), employee };
      return send(stockStreams, sku, 'AskForMaterial', asked);
    });
  },
};
