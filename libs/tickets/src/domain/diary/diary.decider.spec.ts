import { describe, expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { specification } from '@app/kernel/src/testing/specification.js';
import { at, DAY, DISPATCHER, span } from '../../testing/ticket.builders.js';
import { diaryDecider, type DiaryCommand } from './diary.decider.js';
import type { DiaryEvent } from './diary.events.js';

const given = specification(diaryDecider);
const cause = { occurredAt: at('08:20'), actor: DISPATCHER };
const entry = (ticket: string, visit = 1) => ({ employee: 'li-wei', date: DAY, ticket, visit });

function ask<C extends DiaryCommand>(type: C['type'], data: C['data'], time = '08:20') {
  const id = '0190d3f0-0000-7000-8000-000000000001';
  return { ...cause, occurredAt: at(time), id, type, data } as DiaryCommand;
}

function past<E extends DiaryEvent>(type: E['type'], data: E['data'], time = '08:20') {
  const articles = type === 'VisitBooked' || type === 'BookingReleased' ? ['V7'] : ['R10'];
  return { ...cause, occurredAt: at(time), articles, type, data } as unknown as DiaryEvent;
}

const book = (ticket: string, from: string, until: string) =>
  ask('BookVisit', { ...entry(ticket), window: span(from, until) });
const booked = (ticket: string, from: string, until: string) =>
  past('VisitBooked', { ...entry(ticket), window: span(from, until) });
const log = (ticket: string, from: string, until: string) =>
  ask('LogHours', { ...entry(ticket), span: span(from, until) });
const logged = (ticket: string, from: string, until: string) =>
  past('HoursLogged', { ...entry(ticket), span: span(from, until) });

test('[V7] a technician is booked', () => {
  given()
    .when(book('T-1', '09:00', '11:00'))
    .then(booked('T-1', '09:00', '11:00'));
});

test.each([
  ['meets it', '10:59', '12:00'],
  ['lies within it', '09:30', '10:00'],
  ['surrounds it', '08:00', '12:00'],
])('[V7] refuses a booking that %s', (_, from, until) => {
  given(booked('T-1', '09:00', '11:00'))
    .when(book('T-2', from, until))
    .thenRefusedUnder('V7', 'technician-double-booked');
});

test('[V7] one visit may follow directly on another', () => {
  given(booked('T-1', '09:00', '11:00'))
    .when(book('T-2', '11:00', '12:00'))
    .then(booked('T-2', '11:00', '12:00'));
});

test('[V7] a time that was released can be booked', () => {
  given(booked('T-1', '09:00', '11:00'), past('BookingReleased', entry('T-1')))
    .when(book('T-2', '10:00', '11:00'))
    .then(booked('T-2', '10:00', '11:00'));
});

test('a booking is released, and only that', () => {
  const before = [booked('T-1', '09:00', '11:00'), booked('T-2', '11:00', '12:00')];
  given(...before)
    .when(ask('ReleaseVisit', entry('T-1')))
    .then(past('BookingReleased', entry('T-1')));
  const { bookings } = fold(diaryDecider, [...before, past('BookingReleased', entry('T-1'))]);
  expect(bookings).toEqual([{ ticket: 'T-2', visit: 1, window: span('11:00', '12:00') }]);
});

test('what is not booked need not be released', () => {
  given(booked('T-1', '09:00', '11:00'))
    .when(ask('ReleaseVisit', entry('T-1', 2)))
    .thenNothing();
});

test('[R10] hours are logged', () => {
  given()
    .when(log('T-1', '09:30', '10:30'))
    .then(logged('T-1', '09:30', '10:30'));
});

test("[R10] [B2] refuses hours that overlap the same person's, on whatever ticket", () => {
  given(logged('T-1', '09:30', '10:30'))
    .when(log('T-2', '10:00', '11:00'))
    .thenRefusedUnder('R10', 'hours-overlap');
  given(logged('T-1', '09:30', '10:30'))
    .when(log('T-1', '09:00', '09:31'))
    .thenRefusedUnder('R10', 'hours-overlap');
  given(logged('T-1', '09:30', '10:30'))
    .when(log('T-2', '10:30', '11:00'))
    .then(logged('T-2', '10:30', '11:00'));
});

test('a visit that is moved is not in its own way', () => {
  given(booked('T-1', '09:00', '11:00'))
    .when(book('T-1', '10:00', '12:00'))
    .then(booked('T-1', '10:00', '12:00'));
});

test('[R10] a stay begins and ends once', () => {
  const began = past('StayBegan', entry('T-1'));
  const ended = past('StayEnded', entry('T-1'));
  given()
    .when(ask('BeginStay', entry('T-1')))
    .then(began);
  given(began)
    .when(ask('EndStay', entry('T-1')))
    .then(ended);
  given(began, ended)
    .when(ask('EndStay', entry('T-1')))
    .thenNothing();
  expect(fold(diaryDecider, [began, ended]).stays).toEqual([
    { ticket: 'T-1', visit: 1, from: at('08:20'), until: at('08:20') },
  ]);
});

test('[R10] a stay that was none is taken back, over or not, and its others look again', () => {
  const began = (ticket: string) => past('StayBegan', entry(ticket), '09:30');
  const withdrawn = past('StayWithdrawn', { ...entry('T-1'), meets: ['T-2'] }, '09:30');
  const withdraw = (time: string) => ask('WithdrawStay', entry('T-1'), time);
  const both = [began('T-1'), began('T-2')];
  given(...both)
    .when(withdraw('09:30'))
    .then(withdrawn);
  given(...both, past('StayEnded', entry('T-1'), '11:00'))
    .when(withdraw('09:30'))
    .then(withdrawn);
  given(...both)
    .when(withdraw('09:31'))
    .thenNothing();
  expect(fold(diaryDecider, [...both, withdrawn]).stays).toMatchObject([{ ticket: 'T-2' }]);
});

test('[R10] hours that are withdrawn are free again, and others stay', () => {
  const withdraw = (from: string, until: string) =>
    ask('WithdrawHours', { ...entry('T-1'), span: span(from, until) });
  const withdrawn = past('HoursWithdrawn', { ...entry('T-1'), span: span('09:00', '10:00') });
  const both = [logged('T-1', '09:00', '10:00'), logged('T-1', '10:00', '11:00')];
  given(...both)
    .when(withdraw('09:00', '10:00'))
    .then(withdrawn);
  given(...both)
    .when(withdraw('09:00', '09:30'))
    .thenNothing();
  given(...both, withdrawn)
    .when(log('T-2', '09:00', '10:00'))
    .then(logged('T-2', '09:00', '10:00'));
  given(...both, withdrawn)
    .when(log('T-2', '09:30', '10:01'))
    .thenRefusedUnder('R10', 'hours-overlap');
});

describe('a stay that others of that date meet', () => {
  const began = (ticket: string, time: string, meets?: string[]) =>
    past('StayBegan', { ...entry(ticket), ...(meets && { meets }) }, time);
  const ended = (ticket: string, time: string, meets?: string[]) =>
    past('StayEnded', { ...entry(ticket), ...(meets && { meets }) }, time);

  test('[R10] names those that are not over as it begins, also where they began later', () => {
    given(began('T-2', '09:00'), ended('T-2', '09:30'), began('T-3', '09:00'))
      .when(ask('BeginStay', entry('T-1'), '09:10'))
      .then(began('T-1', '09:10', ['T-2', 'T-3']));
    given(began('T-2', '09:00'), ended('T-2', '09:30'))
      .when(ask('BeginStay', entry('T-1'), '09:30'))
      .then(began('T-1', '09:30'));
  });

  test('[R10] names those that began while it was taken to go on, as it ends', () => {
    given(began('T-2', '08:00'), began('T-1', '09:00'), began('T-3', '11:00'))
      .when(ask('EndStay', entry('T-1'), '10:00'))
      .then(ended('T-1', '10:00', ['T-3']));
  });

  test('[R10] ends on the date after the one on which it began for those alone that it meets there', () => {
    const since = { ...entry('T-1'), since: at('23:00', -1) };
    given(began('T-2', '00:30'))
      .when(ask('EndStay', since, '10:00'))
      .then(ended('T-1', '10:00', ['T-2']));
    given()
      .when(ask('EndStay', since, '10:00'))
      .thenNothing();
  });
});
