import { NotPossible, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { at, command, DISPATCHER, event, givenFor } from '../../testing/ticket.builders.js';
import { cancelVisit } from './cancel-visit.js';

const given = givenFor(cancelVisit);
const TOLD = { channel: 'phone' as const, at: at('08:28'), by: '周敏', apologised: true };
const calledOff = (time: LocalTime = '08:30', told = TOLD) =>
  event('VisitCancelled', { visit: 1, reason: '客户不在家', told }, time, DISPATCHER);
const cancelled = (time: LocalTime, received = time, told = TOLD) =>
  command('CancelVisit', { visit: 1, reason: '客户不在家', told }, time, {
    by: DISPATCHER,
    known: { receivedAt: at(received) },
  });
const cancel = cancelled('08:30');

test('a visit is called off before anybody has come', () => {
  given(past.opened(), past.scheduled()).when(cancel).then(calledOff());
  given(past.opened(), past.scheduled(), past.departed()).when(cancel).then(calledOff());
});

test('not when the technician is there, and not twice', () => {
  given(past.opened(), past.scheduled(), past.departed(), past.arrived())
    .when(cancel)
    .thenThrows(NotPossible, 'visit-on-site');
  given(past.opened(), past.scheduled(), past.visitCancelled())
    .when(cancel)
    .thenThrows(NotPossible, 'visit-cancelled');
});

test('[V7] a visit that is called off after the promised time was missed', () => {
  const told = { ...TOLD, at: at('11:01') };
  const late = cancelled('11:01', '11:01', told);
  given(past.opened(), past.scheduled())
    .when(late)
    .then(
      calledOff('11:01', told),
      past.found(1, 'V7', 'no-show', { remark: '客户不在家' }),
      past.found(2, 'V7', 'change-told-late', { person: DISPATCHER.id, remark: '客户不在家' }),
    );
  given(past.opened(), past.scheduled(), past.delayNotified('11:30', '10:00'))
    .when(late)
    .then(calledOff('11:01', told));
});

test('[V7] one that is said to have been called off in time is found of who entered it only when they waited', () => {
  given(past.opened(), past.scheduled())
    .when(cancelled('08:30', '11:01'))
    .then(
      calledOff(),
      past.found(1, 'V7', 'change-recorded-late', {
        person: DISPATCHER.id,
        remark: '客户不在家',
      }),
    );
  given(past.opened(), past.scheduled()).when(cancelled('08:30', '09:00')).then(calledOff());
});

test('[V7] finds that the customer was not told, of whoever decided it', () => {
  const silently = { ...cancel, data: { visit: 1, reason: '客户不在家' } };
  given(past.opened(), past.scheduled())
    .when(silently)
    .then(
      past.visitCancelled(),
      past.found(1, 'V7', 'change-not-announced', { person: 'zhao-min', remark: '客户不在家' }),
    );
});

test('[V7] what the customer calls off themself, also within the window, nobody has to tell them', () => {
  const told = { ...TOLD, at: at('09:05'), by: '何女士', apologised: false };
  for (const more of [{ told }, { told: undefined }]) {
    const data = { visit: 1, reason: '客户不要了', atCustomersWish: true, ...more };
    const called = { ...cancelled('09:05'), data };
    expect(given(past.opened(), past.scheduled()).when(called).events()).toHaveLength(1);
  }
});

test('[V7] one entered late of which the customer was not told either is found twice, once for each', () => {
  const silently = { ...cancelled('08:30', '11:01'), data: { visit: 1, reason: '客户不在家' } };
  const codes = given(past.opened(), past.scheduled())
    .when(silently)
    .events()
    .flatMap(({ data }) => ('code' in data ? [data.code] : []));
  expect(codes).toEqual(['change-recorded-late', 'change-not-announced']);
});

test('[V7] finds that nobody apologised, unless the customer asked for it', () => {
  const without = { ...TOLD, apologised: false };
  const call = (more: object) => ({
    ...cancel,
    data: { visit: 1, reason: '人手不足', told: without, ...more },
  });
  given(past.opened(), past.scheduled())
    .when(call({}))
    .then(
      event('VisitCancelled', { visit: 1, reason: '人手不足', told: without }, '08:30', DISPATCHER),
      past.found(1, 'V7', 'delay-without-apology', { person: 'zhao-min', remark: '人手不足' }),
    );
  expect(
    given(past.opened(), past.scheduled())
      .when(call({ atCustomersWish: true }))
      .events(),
  ).toHaveLength(1);
});
