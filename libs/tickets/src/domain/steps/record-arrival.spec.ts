import { Forbidden, Invalid, NotFound, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import {
  command,
  event,
  givenFor,
  span,
  SUPERVISOR,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { recordArrival } from './record-arrival.js';

const given = givenFor(recordArrival);
const onTheWay = [past.opened(), past.scheduled(), past.departed('09:00')];
const arriveAt = (time: string) =>
  command('RecordArrival', { visit: 1 }, time, { known: { elsewhere: [] } });
const arrival = event('TechnicianArrived', { visit: 1 });
const late = event('FindingRecorded', {
  finding: 1,
  article: 'V7',
  code: 'late-arrival',
  visit: 1,
  person: 'li-wei',
});

test('[V7] arriving within the window is no finding, up to its last moment', () => {
  given(...onTheWay)
    .when(arriveAt('09:30'))
    .then(arrival);
  given(...onTheWay)
    .when(arriveAt('11:00'))
    .then(arrival);
});

test('[V7] finds an arrival after the window without a notice', () => {
  given(...onTheWay)
    .when(arriveAt('11:01'))
    .then(arrival, late);
});

test('[V7] with a notice in time, arriving by the hour announced is no finding', () => {
  given(...onTheWay, past.delayNotified('11:30', '10:59'))
    .when(arriveAt('11:30'))
    .then(arrival);
});

test('[V7] finds an arrival after the hour announced', () => {
  given(...onTheWay, past.delayNotified('11:30', '10:59'))
    .when(arriveAt('11:31'))
    .then(arrival, late);
});

test('[V7] finds an arrival whose notice came only when the window was over', () => {
  given(...onTheWay, past.delayNotified('11:30', '11:00'))
    .when(arriveAt('11:20'))
    .then(arrival, late);
});

test('arriving follows departing, in time too', () => {
  given(past.opened(), past.scheduled())
    .when(arriveAt('09:30'))
    .thenThrows(NotPossible, 'visit-scheduled');
  given(...onTheWay)
    .when(arriveAt('08:59'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('a technician arrives once, at a visit of their own that there is', () => {
  given(...onTheWay, past.arrived())
    .when(arriveAt('09:40'))
    .thenThrows(NotPossible, 'visit-on-site');
  given(past.opened()).when(arriveAt('09:30')).thenThrows(NotFound, 'visit-not-found');
  given(...onTheWay)
    .when(
      command('RecordArrival', { visit: 1 }, '09:30', { by: WANG_FANG, known: { elsewhere: [] } }),
    )
    .thenThrows(Forbidden, 'not-your-visit');
  given(...onTheWay)
    .when(
      command('RecordArrival', { visit: 1 }, '09:30', { by: SUPERVISOR, known: { elsewhere: [] } }),
    )
    .then(arrival);
});

test('one visit does not interfere with another of the same ticket', () => {
  const { visits } = ticketAfter(
    ...onTheWay,
    past.scheduled({ visit: 2, technician: 'wang-fang' }),
    past.arrived(),
  );
  expect(visits.map(({ status }) => status)).toEqual(['on-site', 'scheduled']);
});

test('[V7] finds an arrival before the window, unless the customer was asked', () => {
  const afternoon = [
    past.opened(),
    past.scheduled({ window: span('15:00', '16:00') }),
    past.departed('12:00'),
  ];
  const early = event('FindingRecorded', {
    finding: 1,
    article: 'V7',
    code: 'early-arrival',
    visit: 1,
    person: 'li-wei',
  });
  given(...afternoon)
    .when(arriveAt('14:30'))
    .then(arrival, early);
  given(...afternoon)
    .when(
      command('RecordArrival', { visit: 1, agreedEarlier: true }, '14:30', {
        known: { elsewhere: [] },
      }),
    )
    .then(event('TechnicianArrived', { visit: 1, agreedEarlier: true }));
  given(...afternoon)
    .when(arriveAt('15:00'))
    .then(arrival);
});

test('[R10] finds an arrival of somebody who is at another customer’s at that time', () => {
  given(...onTheWay)
    .when(command('RecordArrival', { visit: 1 }, '09:30', { known: { elsewhere: ['T-9'] } }))
    .then(
      arrival,
      event('FindingRecorded', {
        finding: 1,
        article: 'R10',
        code: 'in-two-places',
        visit: 1,
        person: 'li-wei',
      }),
    );
});
