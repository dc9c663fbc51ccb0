import { only, send, type Process } from '@app/processes';
import type { MaterialReserved, ReservationEnded } from '../domain/stock/reservation.events.js';
import { stockEvents } from '../domain/stock/stock.events.js';
import { stockStreams } from '../domain/stock/stock.state.js';

/** B2: what is kept is kept until a certain time; that it is over is written down then. */
export const endReservationInTime: Process<
  Record<string, never>,
  MaterialReserved | ReservationEnded
> = {
  name: 'end-reservation-in-time',
  startsAt: 'first-event',
  handles: only(stockEvents, ['MaterialReserved', 'ReservationEnded']),
  initialState: {},
  evolve: () => undefined,
  react({ type, data }) {
    const { sku, place, slip } = data;
    if (type === 'ReservationEnded') return [{ withdraw: slip }];
    const end = send(stockStreams, sku, 'EndReservation', { sku, place, slip });
    return [{ deadline: slip, at: data.until, send: end }];
  },
};
