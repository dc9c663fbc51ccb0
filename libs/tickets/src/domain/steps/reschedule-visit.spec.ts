import { Invalid, NotFound, NotPossible, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  givenFor,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { RescheduleVisit } from '../ticket/ticket.commands.js';
import { rescheduleVisit } from './reschedule-visit.js';

const given = givenFor(rescheduleVisit);
const TOLD = { channel: 'phone' as const, at: at('08:28'), by: '周敏', apologised: true };
const moved = (window = afternoon, more = {}) => past.rescheduled(window, { told: TOLD, ...more });
const afternoon = span('15:00', '17:00');

function reschedule(
  more: Partial<RescheduleVisit['data']> = {},
  employee = 'li-wei',
  received: LocalTime = '08:30',
) {
  const data = {
    visit: 1,
    window: afternoon,
    atCustomersWish: false,
    reason: '客户改时间',
    told: TOLD,
    ...more,
  };
  return command('RescheduleVisit', data, '08:30', {
    by: DISPATCHER,
    known: { technician: { employee, active: true }, receivedAt: at(received) },
  });
}

test('[V19] a visit is moved to another window', () => {
  given(past.opened(), past.scheduled()).when(reschedule()).then(moved(afternoon));
});

test('[V7] another hour that was not the customer’s wish asks for an apology', () => {
  const told = { ...TOLD, apologised: false };
  const silent = given(past.opened(), past.scheduled()).when(reschedule({ told })).events();
  expect(silent.slice(1)).toMatchObject([
    { type: 'FindingRecorded', data: { article: 'V7', code: 'delay-without-apology' } },
  ]);
  const wished = { told, atCustomersWish: true };
  expect(given(past.opened(), past.scheduled()).when(reschedule(wished)).events().slice(1)).toEqual(
    [],
  );
});

test('a visit is given to another technician, also when the first has set out', () => {
  given(past.opened(), past.scheduled(), past.departed())
    .when(reschedule({ window: span('09:00', '11:00') }, 'wang-fang'))
    .then(moved(span('09:00', '11:00'), { technician: 'wang-fang' }));
});

test('[V19] the quiet hours hold for the new window too', () => {
  given(past.opened(), past.scheduled())
    .when(reschedule({ window: span('12:30', '13:30') }))
    .thenRefusedUnder('V19', 'within-quiet-hours');
});

test('a window that ends before it begins is none', () => {
  given(past.opened(), past.scheduled())
    .when(reschedule({ window: span('17:00', '15:00') }))
    .thenThrows(Invalid, 'window-ends-before-start');
});

test('[V19] a window before the customer’s call is none', () => {
  given(past.opened(), past.scheduled())
    .when(reschedule({ window: span('09:00', '10:00', -1) }))
    .thenThrows(Invalid, 'window-before-call');
});

test('nothing is rescheduled to where it is', () => {
  given(past.opened(), past.scheduled())
    .when(reschedule({ window: span('09:00', '11:00') }))
    .thenThrows(NotPossible, 'nothing-rescheduled');
});

test('who has arrived is not rescheduled', () => {
  given(past.opened(), past.scheduled(), past.departed(), past.arrived())
    .when(reschedule())
    .thenThrows(NotPossible, 'visit-on-site');
});

test('a visit that there is not cannot be moved', () => {
  given(past.opened()).when(reschedule()).thenThrows(NotFound, 'visit-not-found');
});

test('a moved visit starts afresh, and stays packed unless somebody else goes', () => {
  const before = [
    past.opened(),
    past.scheduled(),
    past.prepared(),
    past.departed(),
    past.delayNotified('11:30', '10:00'),
  ];
  const [movedOn] = ticketAfter(...before, past.rescheduled(afternoon)).visits;
  expect(movedOn).toMatchObject({
    status: 'scheduled',
    ready: { badge: true, at: past.prepared().occurredAt },
    expectedBy: afternoon.until,
  });
  expect(movedOn).not.toHaveProperty('departedAt');
  expect(movedOn).not.toHaveProperty('delay');
  const [given] = ticketAfter(
    ...before,
    past.rescheduled(afternoon, { technician: 'wang-fang' }),
  ).visits;
  expect(given).toMatchObject({ technician: 'wang-fang' });
  expect(given).not.toHaveProperty('ready');
});

test('[V7] a visit that is moved after the promised time was missed', () => {
  const told = { ...TOLD, at: at('11:01') };
  const late = { ...reschedule({ told }), occurredAt: at('11:01') };
  given(past.opened(), past.scheduled())
    .when(late)
    .then(
      moved(afternoon, { told }),
      past.found(1, 'V7', 'no-show', { remark: '客户改时间' }),
      past.found(2, 'V7', 'change-told-late', { person: DISPATCHER.id, remark: '客户改时间' }),
    );
  given(past.opened(), past.scheduled(), past.delayNotified('11:30', '10:00'))
    .when(late)
    .then(moved(afternoon, { told }));
});

test('[V7] one that is said to have been moved in time is found of who entered it only when they waited', () => {
  given(past.opened(), past.scheduled())
    .when(reschedule({}, 'li-wei', '11:01'))
    .then(
      moved(afternoon),
      past.found(1, 'V7', 'change-recorded-late', {
        person: DISPATCHER.id,
        remark: '客户改时间',
      }),
    );
  given(past.opened(), past.scheduled())
    .when(reschedule({}, 'li-wei', '09:00'))
    .then(moved(afternoon));
});

const dispatcherFound = (code: string) =>
  past.found(1, 'V7', code, { person: 'zhao-min', remark: '客户改时间' });

test('[V7] finds that the customer was not told, of whoever decided it', () => {
  given(past.opened(), past.scheduled())
    .when(reschedule({ told: undefined }))
    .then(past.rescheduled(afternoon), dispatcherFound('change-not-announced'));
});

test('[V7] finds that the customer was told only when they were waiting already', () => {
  const told = { ...TOLD, at: at('09:01') };
  const late = { ...reschedule({ told }), occurredAt: at('09:02') };
  given(past.opened(), past.scheduled())
    .when(late)
    .then(past.rescheduled(afternoon, { told }), dispatcherFound('change-told-late'));
  given(past.opened(), past.scheduled(), past.delayNotified('11:30', '08:40'))
    .when(late)
    .then(past.rescheduled(afternoon, { told }));
});

test('[V7] what the customer themself asks for, also within the window, nobody has to tell them', () => {
  const told = { ...TOLD, at: at('09:20'), by: '何女士', apologised: false };
  const asked = (more: object) => ({
    ...reschedule({ atCustomersWish: true, ...more }),
    occurredAt: at('09:20'),
  });
  for (const each of [asked({ told }), asked({ told: undefined })])
    expect(given(past.opened(), past.scheduled()).when(each).events()).toHaveLength(1);
});

test('[V7] what was missed, and not told either, is found twice', () => {
  const late = { ...reschedule({ told: undefined }), occurredAt: at('11:01') };
  const codes = given(past.opened(), past.scheduled())
    .when(late)
    .events()
    .flatMap(({ data }) => ('code' in data ? [[data.finding, data.code]] : []));
  expect(codes).toEqual([
    [1, 'no-show'],
    [2, 'change-not-announced'],
  ]);
});

test('nobody is told of a change before there was an appointment, or after the change was recorded', () => {
  given(past.opened(), past.scheduled())
    .when(reschedule({ told: { ...TOLD, at: at('08:31') } }))
    .thenThrows(Invalid, 'told-ahead');
  given(past.opened(), past.scheduled())
    .when(reschedule({ told: { ...TOLD, at: at('08:19') } }))
    .thenThrows(Invalid, 'told-before-agreed');
});

test.each([
  ['start', '08:30', '11:00'],
  ['end', '09:00', '11:30'],
])('[V19] a visit is moved also where only its %s is another', (_, from, until) => {
  const window = span(from, until);
  given(past.opened(), past.scheduled()).when(reschedule({ window })).then(moved(window));
});
