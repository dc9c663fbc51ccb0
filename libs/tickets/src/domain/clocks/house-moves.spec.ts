import { expect, test } from '@jest/globals';
import type { LocalTime } from '@app/kernel';
import { clocksSet } from '../../testing/clocks.past.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import { event, span, ticketAfter } from '../../testing/ticket.builders.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { factsOfRound } from './clock-facts.js';
import { pausesOf } from './pauses.js';

/* What stands still for the customer stands still until the hour that they wish; what the house moves extends nothing (B2). */

const called = [past.opened(), ...clocksSet];
const locked = [
  ...called,
  past.scheduled(),
  past.departed(),
  past.arrived(),
  past.customerAbsent(),
];
const another = (
  from: LocalTime,
  until: LocalTime,
  time: LocalTime,
  more: Partial<ReturnType<typeof past.scheduled>['data']> = {},
) => past.scheduled({ visit: 2, window: span(from, until), ...more }, time);
const moved = (from: LocalTime, until: LocalTime, time: LocalTime, more = {}) =>
  past.rescheduled(span(from, until), { visit: 2, ...more }, time);
const away = [...called, ...site.working.slice(1), site.suspended(), past.left('10:05')];
const ofReturn = (from: LocalTime, until: LocalTime, more = {}) =>
  past.rescheduled(span(from, until), { ofReturn: true, ...more }, '11:00');
const wished = { atCustomersWish: true };
const WORDS = '周末才有人在家';

const untilOf = (...history: TicketEvent[]) =>
  pausesOf(factsOfRound(ticketAfter(...history).clockFacts, 1)).map(({ why, until }) => [
    why,
    until,
  ]);
const hour = (time: LocalTime) => span(time, '20:00').from;

test.each<[string, TicketEvent[], LocalTime | null]>([
  ['an appointment is awaited', [], null],
  ['one is agreed', [another('13:00', '14:00', '10:00')], '13:00'],
  [
    'the house moves it',
    [another('13:00', '14:00', '10:00'), moved('16:00', '17:00', '10:30')],
    '13:00',
  ],
  [
    'the house brings it forward',
    [another('13:00', '14:00', '10:00'), moved('11:00', '12:00', '10:30')],
    '11:00',
  ],
  [
    'the customer moves it',
    [another('13:00', '14:00', '10:00'), moved('16:00', '17:00', '10:30', wished)],
    '16:00',
  ],
  [
    'the house agrees on another besides',
    [another('13:00', '14:00', '10:00'), another('16:00', '17:00', '10:30', { visit: 3 })],
    '13:00',
  ],
  [
    'the house calls it off',
    [another('13:00', '14:00', '10:00'), past.visitCancelled('10:30', 2)],
    '13:00',
  ],
  [
    'the customer calls it off',
    [
      another('13:00', '14:00', '10:00'),
      event('VisitCancelled', { visit: 2, reason: '出差', atCustomersWish: true }, '10:30'),
    ],
    null,
  ],
])('[B2] after a locked door: %s', (_, then, until) => {
  expect(untilOf(...locked, ...then)).toEqual([
    ['customer-absent', until === null ? null : hour(until)],
  ]);
});

test.each<[string, TicketEvent, LocalTime]>([
  ['the house moves it', ofReturn('16:00', '17:00'), '14:00'],
  ['the house brings it forward', ofReturn('13:00', '13:30'), '13:00'],
  ['the customer moves it', ofReturn('16:00', '17:00', wished), '16:00'],
])('[V19] [B2] of a return: %s', (_, then, until) => {
  expect(untilOf(...away, then)).toEqual([['work-suspended', hour(until)]]);
});

test('[B2] whoever wants nobody sooner keeps to it where the house moves the appointment', () => {
  const agreed = past.scheduled({ window: span('15:00', '16:00'), wishedLater: WORDS });
  const one = (from: LocalTime, until: LocalTime, more = {}) =>
    past.rescheduled(span(from, until), more, '09:00');
  expect(untilOf(...called, agreed, one('17:00', '18:00'))).toEqual([
    ['customers-wish', hour('15:00')],
  ]);
  expect(untilOf(...called, agreed, one('14:00', '14:30'))).toEqual([
    ['customers-wish', hour('14:00')],
  ]);
  expect(untilOf(...called, agreed, one('17:00', '18:00', { wishedLater: WORDS }))).toEqual([
    ['customers-wish', hour('09:00')],
    ['customers-wish', hour('17:00')],
  ]);
});

test('[V7] [B2] nobody is absent before the hour that they were told, nor whom another is with', () => {
  const early = [...called, past.scheduled(), past.departed('08:30'), past.arrived('08:40')];
  expect(untilOf(...early, past.customerAbsent('08:55'))).toEqual([]);
  expect(untilOf(...early, past.customerAbsent('09:00'))).toHaveLength(1);
  const agreed = event('TechnicianArrived', { visit: 1, agreedEarlier: true }, '08:40');
  expect(untilOf(...early.slice(0, -1), agreed, past.customerAbsent('08:55'))).toHaveLength(1);
  const delayed = [...early.slice(0, -2), past.delayNotified('11:30', '08:50')];
  expect(untilOf(...delayed, past.arrived('10:00'), past.customerAbsent('10:30'))).toEqual([]);
  const met = [...called, past.scheduled(), past.arrived(), site.greeted()];
  expect(untilOf(...met, past.customerAbsent('09:50'))).toEqual([]);
});
