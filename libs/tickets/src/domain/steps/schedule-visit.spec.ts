import { Invalid, NotFound, NotPossible, plusMinutes, type Instant } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { command, DISPATCHER, givenFor, span, ticketAfter } from '../../testing/ticket.builders.js';
import type { KnownTechnician, ScheduleVisit } from '../ticket/ticket.commands.js';
import { scheduleVisit } from './schedule-visit.js';

const given = givenFor(scheduleVisit);
const LI = { employee: 'li-wei', active: true };

function schedule(
  window = span('09:00', '11:00'),
  more: Partial<ScheduleVisit['data']> = {},
  technician: KnownTechnician = LI,
) {
  const data = { technician: 'li-wei', window, atCustomersWish: false, ...more };
  return command('ScheduleVisit', data, '08:20', { by: DISPATCHER, known: { technician } });
}

test('[V19] a visit is planned at an hour that suits the customer', () => {
  given(past.opened()).when(schedule()).then(past.scheduled());
});

test('visits are numbered on, also after one was cancelled', () => {
  given(past.opened(), past.scheduled(), past.visitCancelled())
    .when(schedule())
    .then(past.scheduled({ visit: 2 }));
});

test.each([
  ['meal hours', span('11:30', '12:30')],
  ['rest hours at night', span('20:30', '21:30')],
  ['rest hours in the morning', span('07:00', '08:30', 1)],
])('[V19] refuses a window in the %s', (_, window) => {
  given(past.opened()).when(schedule(window)).thenRefusedUnder('V19', 'within-quiet-hours');
});

test("[V19] keeps the customer's own quiet hours, not those of others", () => {
  const shopkeeper = past.opened({ quietHours: [{ from: '09:00', until: '10:00' }] });
  given(shopkeeper)
    .when(schedule(span('09:30', '10:30')))
    .thenRefusedUnder('V19');
  given(shopkeeper)
    .when(schedule(span('12:30', '13:30')))
    .then(past.scheduled({ window: span('12:30', '13:30') }));
});

test('[V19] a window may touch the quiet hours', () => {
  given(past.opened())
    .when(schedule(span('10:00', '12:00')))
    .then(past.scheduled({ window: span('10:00', '12:00') }));
});

test('[V19] the customer may ask to be disturbed', () => {
  const window = span('12:00', '13:00');
  given(past.opened())
    .when(schedule(window, { atCustomersWish: true }))
    .then(past.scheduled({ window, atCustomersWish: true }));
});

test('[V19] an emergency knows no quiet hours', () => {
  const window = span('23:00', '23:30');
  given(past.opened({ emergency: true, source: 'emergency' }))
    .when(schedule(window))
    .then(past.scheduled({ window }));
});

test('a window has a length, and no more than twelve hours', () => {
  given(past.opened())
    .when(schedule(span('11:00', '09:00')))
    .thenThrows(Invalid, 'window-ends-before-start');
  given(past.opened())
    .when(schedule(span('09:00', '09:00')))
    .thenThrows(Invalid, 'window-ends-before-start');
  given(past.opened({ quietHours: [] }))
    .when(schedule(span('08:00', '20:01')))
    .thenThrows(Invalid, 'window-too-long');
  given(past.opened({ quietHours: [] }))
    .when(schedule(span('08:00', '20:00')))
    .then(past.scheduled({ window: span('08:00', '20:00') }));
});

test('the technician is known and active', () => {
  given(past.opened())
    .when(command('ScheduleVisit', schedule().data, '08:20', { known: { technician: undefined } }))
    .thenThrows(NotFound, 'technician-not-found');
  given(past.opened())
    .when(schedule(undefined, {}, { ...LI, active: false }))
    .thenThrows(NotPossible, 'technician-not-active');
});

test('a visit belongs to an open ticket', () => {
  given(past.opened(), past.resolved()).when(schedule()).thenThrows(NotPossible, 'ticket-resolved');
  given(past.opened(), past.resolved(), past.closed())
    .when(schedule())
    .thenRefusedUnder('R10', 'ticket-closed');
});

test('an appointment that is over is told on a ticket that was open when it was made', () => {
  const resolved = past.resolved();
  const told = (occurredAt: Instant) => ({
    ...schedule(span('16:00', '17:00')),
    occurredAt,
    receivedAt: plusMinutes(resolved.occurredAt, 3 * 24 * 60),
  });
  const before = plusMinutes(resolved.occurredAt, -1);
  expect(given(past.opened(), resolved).when(told(before)).events()).toMatchObject([
    { type: 'VisitScheduled', occurredAt: before },
  ]);
  given(past.opened(), resolved)
    .when(told(resolved.occurredAt))
    .thenThrows(NotPossible, 'ticket-resolved');
});

test('[V7] the customer expects the technician until the end of the window', () => {
  expect(ticketAfter(past.opened(), past.scheduled()).visits[0]?.expectedBy).toBe(
    span('09:00', '11:00').until,
  );
});

test('[V7] an hour that is over is not agreed any more, and one that was agreed before it may be told late', () => {
  const at = (time: Instant) => ({ ...schedule(), occurredAt: time });
  given(past.opened())
    .when(at(span('11:00', '12:00').from))
    .thenThrows(Invalid, 'window-over');
  given(past.opened())
    .when(at(span('10:59', '12:00').from))
    .then(past.scheduled());
});

test('[V19] the quiet hours are those of the customer’s file as it is now', () => {
  const known = { technician: LI, quietHours: [{ from: '10:00', until: '10:30' }] };
  given(past.opened())
    .when({ ...schedule(), known })
    .thenRefusedUnder('V19', 'within-quiet-hours');
});
