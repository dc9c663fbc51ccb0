import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import type { TicketEvent } from '../contract.js';
import { greeted, suspended, working } from '../testing/on-site.past.js';
import * as past from '../testing/past.js';
import { at, event, span, TICKET, WANG_FANG } from '../testing/ticket.builders.js';
import { awaitsAppointment } from './ticket-board/board-visits.js';
import { ticketBoard } from './ticket-board/ticket-board.projection.js';
import { technicianDay } from './technician-day/technician-day.projection.js';
import { ticketDetail } from './ticket-detail/ticket-detail.projection.js';

const visit = 1;
const technician = WANG_FANG.id;

/** The visit on the board, in the detail and in the day. */
function shown(...events: TicketEvent[]) {
  const log = recorded(`ticket-${TICKET}`, events);
  const board = rowsOf(ticketBoard, log).get(TICKET)!;
  const detail = rowsOf(ticketDetail, log).get(TICKET)!.detail;
  const day = rowsOf(technicianDay, log).get(TICKET)!;
  return { board, detail, visits: [board, detail, day].map(({ visits }) => visits[0]!) };
}

const progress = (...events: TicketEvent[]) =>
  new Set(shown(...events).visits.map((each) => each.progress));
const only = (each: string) => new Set([each]);

const locked = [
  past.opened(),
  past.scheduled(),
  event('TechnicianAdded', { visit, technician }, '08:25'),
  past.departed(),
  past.arrived(),
  past.customerAbsent(),
];
const came = (time: string) => event('TechnicianArrived', { visit, technician }, time);

test('[V7] a visit goes on with whoever comes after another had found nobody, until it is completed', () => {
  expect(progress(...locked)).toEqual(only('absent'));
  expect(shown(...locked).visits).toMatchObject(Array(3).fill({ absentAt: at('09:50') }));
  const there = [...locked, came('10:10')];
  expect(progress(...there)).toEqual(only('on-site'));
  expect(shown(...there).visits).toMatchObject(Array(3).fill({ absentAt: null }));
  expect(shown(...there).detail.visits).toMatchObject([{ leftAt: null }]);
  expect(awaitsAppointment(shown(...there).board)).toBe(false);
  const done = [...there, past.workStarted('10:20'), past.left('11:00'), past.visitCompleted()];
  expect(progress(...done.slice(0, -2))).toEqual(only('working'));
  expect(progress(...done.slice(0, -1))).toEqual(only('left'));
  expect(progress(...done)).toEqual(only('completed'));
});

test('[V7] who had been there before is told of late, and met the customer after it', () => {
  expect(progress(...locked, came('09:45'))).toEqual(only('absent'));
  const met = { ...greeted(), occurredAt: at('09:55') };
  const { board, detail } = shown(...locked, came('09:45'), met);
  expect([board.visits[0]?.progress, detail.visits[0]?.progress]).toEqual(['on-site', 'on-site']);
  const started = [...locked, came('09:45'), met, past.workStarted('10:00')];
  expect(progress(...started)).toEqual(only('working'));
});

test('[V7] an absence that is told when another has met the customer moves no visit', () => {
  const { data } = past.customerAbsent();
  const alone = (more = {}) =>
    event('CustomerAbsent', { ...data, technician: 'li-wei', ...more }, '09:50');
  expect(progress(...locked.slice(0, -1), came('10:10'), alone())).toEqual(only('on-site'));
  const over = alone({ leftAt: at('11:00') });
  expect(progress(...locked.slice(0, -1), came('10:10'), over)).toEqual(only('left'));
  expect(shown(...locked.slice(0, -1), came('10:10'), over).detail.visits).toMatchObject([
    { leftAt: at('11:00') },
  ]);
});

const later = span('16:00', '17:00');
const ofReturn = (more = {}) => past.rescheduled(later, { ofReturn: true, ...more }, '11:00');
const away = [
  ...working,
  suspended(),
  event('TechnicianLeft', { visit, returning: true }, '10:05'),
];
const hours = (...events: TicketEvent[]) =>
  shown(...events).visits.map(({ resumesAt, window }) => [resumesAt, window.from]);
const at16 = Array(3).fill([at('16:00'), at('09:00')]);

test('[V19] a return that was moved is shown at its new hour, wherever the visit is shown', () => {
  expect(hours(...away)).toEqual(Array(3).fill([at('14:00'), at('09:00')]));
  expect(hours(...away, ofReturn())).toEqual(at16);
  expect(shown(...away, ofReturn()).board).toMatchObject({ nextReturnAt: at('16:00') });
  const suspendedOnly = [...working, suspended(), ofReturn()];
  expect(hours(...suspendedOnly)).toEqual(at16);
  expect(hours(...suspendedOnly, away.at(-1)!)).toEqual(at16);
  expect(progress(...suspendedOnly, away.at(-1)!)).toEqual(only('away'));
});

test('[V7] nor does it lose it where nobody was held to have come back before it was told', () => {
  const missed = [...away, past.noShow('14:30')];
  expect(progress(...missed)).toEqual(only('left'));
  expect(progress(...missed, ofReturn())).toEqual(only('away'));
  expect(hours(...missed, ofReturn())).toEqual(at16);
  expect(progress(...missed, ofReturn({ unbooked: true }))).toEqual(only('left'));
  const back = [...away, past.arrived('15:50'), event('WorkResumed', { visit }, '15:55')];
  const none = Array(3).fill([null, at('09:00')]);
  expect(hours(...back, ofReturn({ unbooked: true }))).toEqual(none);
});
