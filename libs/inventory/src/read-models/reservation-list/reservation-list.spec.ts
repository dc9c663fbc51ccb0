import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { endReservationInTime } from '../../processes/end-reservation-in-time.js';
import type { StockEvent } from '../../domain/stock/stock.events.js';
import { event, main } from '../../testing/stock.js';
import { reservationList } from './reservation-list.read-model.js';

const of = { ...main, slip: 'YL-1' };
const until = at('18:00');
const owner = { customer: 'lanting', system: 'HT-1', priority: 'ordinary', until } as const;
const reserved = event('MaterialReserved', { ...of, quantity: 2, ...owner }, '08:30');
const served = (quantity: number) =>
  event('ReservationServed', { ...of, quantity, of: 'LY-1' }, '09:00');
const restored = event('ReservationRestored', { ...of, quantity: 2, of: 'LY-1' }, '09:10');
const ended = event('ReservationEnded', { ...of, quantity: 2, reason: 'x' }, '10:00');
const told = (...events: readonly StockEvent[]) => recorded('stock-CAP-35:main', events);
const rows = (...events: readonly StockEvent[]) => [
  ...rowsOf(reservationList, told(...events)).values(),
];

test('[B2] the list of reservations says what is kept for whom, until when, and what of it is left', () => {
  const row = {
    id: 'CAP-35:main:YL-1',
    ...of,
    ...owner,
    ticket: null,
    reserved: '2000',
    thousandths: '2000',
    status: 'open',
    since: at('08:30'),
  };
  expect(rows(reserved)).toEqual([row]);
  expect(rows(reserved, served(1))).toEqual([{ ...row, thousandths: '1000' }]);
  expect(rows(reserved, served(2))).toEqual([{ ...row, thousandths: '0', status: 'served' }]);
  expect(rows(reserved, served(2), restored)).toEqual([row]);
  expect(rows(reserved, ended)).toEqual([{ ...row, status: 'ended' }]);
  expect(rows(reserved, served(2), ended, restored)).toEqual([{ ...row, status: 'ended' }]);
});

test('[B2] a reservation ends by itself when its time is over, and not where it was ended before', () => {
  const end = { category: 'stock', id: 'CAP-35', type: 'EndReservation', data: of };
  const deadline = { deadline: 'YL-1', at: until, send: end };
  const clock = processOf(endReservationInTime);
  clock.given(...told(reserved)).thenCommands(deadline);
  clock.given(...told(reserved, ended)).thenCommands(deadline, { withdraw: 'YL-1' });
});
