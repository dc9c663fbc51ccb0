import { expect, test } from '@jest/globals';
import type { LocalTime } from '@app/kernel';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketBoard } from '../../read-models/ticket-board/ticket-board.projection.js';
import { ticketDetail } from '../../read-models/ticket-detail/ticket-detail.projection.js';
import { clocksSet } from '../../testing/clocks.past.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import { at, command, event, span, ticketAfter } from '../../testing/ticket.builders.js';
import type { RepairCause, SlaClock } from '../ticket/ticket.values.js';
import type { EventNamed } from './clock.events.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

/* Restored at 09:40, for all that was known; a second visit repairs it once more. */

const met = (clock: SlaClock, due: LocalTime, warnAt: LocalTime, by: EventNamed) =>
  event(
    'SlaMet',
    { clock, round: 1, due: at(due), warnAt: at(warnAt), paused: 0, pauses: [], by },
    by.occurredAt,
  );
const first = [
  past.opened(),
  ...clocksSet,
  past.scheduled(),
  past.departed('09:00'),
  past.arrived('09:10'),
  met('response', '10:00', '09:30', { type: 'TechnicianArrived', occurredAt: at('09:10') }),
  past.workStarted('09:20'),
  past.repaired({}, '09:40'),
  met('restoration', '12:00', '11:00', { type: 'RepairCompleted', occurredAt: at('09:40') }),
  past.left('09:50'),
];
const secondVisit = (arrival: LocalTime) => [
  past.scheduled({ visit: 2, window: span('11:00', '16:00') }, '10:00'),
  past.departed(arrival, 2),
  past.arrived(arrival, 2),
  { ...site.entitled(site.IN_WARRANTY, 2), occurredAt: at(arrival) },
  { ...site.consented(2), occurredAt: at(arrival) },
  site.inspected({ visit: 2 }, arrival),
  past.workStarted(arrival, 2),
];
const repair = (time: LocalTime, cause: RepairCause = 'company-product') =>
  command(
    'CompleteRepair',
    { visit: 2, cause, testResult: '正常', restored: true, photos: [] },
    time,
    { known: { quietHours: [] } },
  );

function after(history: readonly TicketEvent[], asked: ReturnType<typeof repair>) {
  const told = ticketDecider.decide(asked, ticketAfter(...history));
  const events = [...history, ...told];
  const rows = recorded('ticket-T', events);
  const { detail } = rowsOf(ticketDetail, rows).get('T')!;
  return {
    types: told.map(({ type }) => type),
    ticket: ticketAfter(...events),
    restoredAt: [detail.restoredAt, rowsOf(ticketBoard, rows).get('T')!.restoredAt],
  };
}

test('[B2] [R10] a later visit that finds the fault again takes back that it was restored, though it repairs it in one go', () => {
  const { types, ticket, restoredAt } = after([...first, ...secondVisit('15:10')], repair('15:30'));
  expect(types).toEqual(['RepairCompleted', 'SlaCorrected', 'FindingRecorded']);
  expect(ticket.deadlines.restoration).toMatchObject({ verdict: 'breached', due: at('12:00') });
  expect(ticket.findings.map(({ code }) => code)).toEqual(['restoration-late']);
  expect(restoredAt).toEqual([at('15:30'), at('15:30')]);
});

test('[B2] in time it is met by the second repair', () => {
  const { types, ticket, restoredAt } = after([...first, ...secondVisit('11:10')], repair('11:30'));
  expect(types).toEqual(['RepairCompleted', 'SlaCorrected']);
  expect(ticket.deadlines.restoration).toMatchObject({
    verdict: 'met',
    by: { type: 'RepairCompleted', occurredAt: at('11:30') },
  });
  expect(restoredAt).toEqual([at('11:30'), at('11:30')]);
});

test.each([
  ['finds no fault', secondVisit('15:10'), 'no-fault'],
  ['was there before', [...secondVisit('09:15')], 'company-product'],
] as const)('[B2] a visit that %s takes nothing back', (_, visit, cause) => {
  const { types, ticket, restoredAt } = after([...first, ...visit], repair('15:30', cause));
  expect(types).toEqual(['RepairCompleted']);
  expect(ticket.deadlines.restoration).toMatchObject({ by: { occurredAt: at('09:40') } });
  expect(restoredAt).toEqual([at('09:40'), at('09:40')]);
});
