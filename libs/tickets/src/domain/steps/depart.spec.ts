import { Forbidden, Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { command, event, givenFor, WANG_FANG } from '../../testing/ticket.builders.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { depart } from './depart.js';

const given = givenFor(depart);
const setOut = command('Depart', { visit: 1 }, '09:00');
const ready: TicketEvent[] = [
  past.opened(),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled(),
  past.prepared(),
];

function foundWithout(...types: TicketEvent['type'][]) {
  const before = ready.filter(({ type }) => !types.includes(type));
  const [, ...findings] = given(...before)
    .when(setOut)
    .events();
  return findings.map(({ data }) => data);
}

test('a technician who is ready sets out', () => {
  given(...ready)
    .when(setOut)
    .then(event('TechnicianDeparted', { visit: 1 }));
});

test('[V6] finds that nobody reviewed the customer file', () => {
  expect(foundWithout('CustomerFileReviewed')).toEqual([
    { finding: 1, article: 'V6', code: 'file-not-reviewed', visit: 1, person: 'li-wei' },
  ]);
});

test('[V6] finds that nobody analysed the fault', () => {
  expect(foundWithout('FaultAnalysed')).toEqual([
    { finding: 1, article: 'V6', code: 'fault-not-analysed', visit: 1, person: 'li-wei' },
  ]);
});

test('[V3] [V4] [V5] finds everything missing of a visit that nobody prepared', () => {
  expect(foundWithout('VisitPrepared')).toMatchObject([
    { finding: 1, article: 'V3', code: 'parts-not-listed' },
    { finding: 2, article: 'V4', code: 'badge-missing' },
    { finding: 3, article: 'V4', code: 'uniform-missing' },
    { finding: 4, article: 'V5', code: 'tools-not-listed' },
  ]);
});

test('[V3] [V6] numbers on through both lists of rules', () => {
  const found = foundWithout('CustomerFileReviewed', 'FaultAnalysed', 'VisitPrepared');
  expect(found.map((data) => 'finding' in data && data.finding)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('[V6] what was found at the first departure is found once more at the second of the same visit', () => {
  const before = [
    past.opened(),
    past.faultAnalysed(),
    past.scheduled(),
    past.prepared(),
    past.departed(),
  ];
  given(
    ...before,
    past.found(1, 'V6', 'file-not-reviewed'),
    past.rescheduled(past.scheduled().data.window),
  )
    .when(setOut)
    .then(event('TechnicianDeparted', { visit: 1 }), past.found(2, 'V6', 'file-not-reviewed'));
});

test('[V6] what somebody else read or thought, or for another visit, prepares nobody', () => {
  const others = [
    event('CustomerFileReviewed', {}, '08:10'),
    event('CustomerFileReviewed', { visit: 1, technician: WANG_FANG.id }, '08:10'),
    past.fileReviewed('08:10', 2),
    past.faultAnalysed({ visit: 2 }),
    past.faultAnalysed({ technician: WANG_FANG.id }),
  ];
  given(past.opened(), ...others, past.scheduled(), past.prepared())
    .when(setOut)
    .then(
      event('TechnicianDeparted', { visit: 1 }),
      past.found(1, 'V6', 'file-not-reviewed'),
      past.found(2, 'V6', 'fault-not-analysed'),
    );
});

test('[V4] [V6] whoever comes along reads, thinks and dresses for themself', () => {
  const along = event('TechnicianAdded', { visit: 1, technician: WANG_FANG.id }, '08:30');
  const theirs = { person: WANG_FANG.id };
  given(...ready, along)
    .when(setOut)
    .then(
      event('TechnicianDeparted', { visit: 1 }),
      past.found(1, 'V6', 'file-not-reviewed', theirs),
      past.found(2, 'V6', 'fault-not-analysed', theirs),
      past.found(3, 'V4', 'badge-missing', theirs),
      past.found(4, 'V4', 'uniform-missing', theirs),
    );
});

test.each([
  ['needed-tool-not-packed', { tools: ['T-100', 'T-300'] }],
  ['needed-part-not-packed', { parts: ['CAP-35', 'FAN-2'] }],
])('[V5] what the analysis needs and nobody packed is found: %s', (code, needed) => {
  const analysed = past.faultAnalysed(needed);
  given(past.opened(), past.fileReviewed(), analysed, past.scheduled(), past.prepared())
    .when(setOut)
    .then(event('TechnicianDeparted', { visit: 1 }), past.found(1, 'V5', code));
});

test('[V5] what is analysed after the departure was not needed at it', () => {
  const later = past.faultAnalysed({ tools: ['T-300'] }, '09:10');
  given(past.opened(), past.fileReviewed(), later, past.scheduled(), past.prepared())
    .when(setOut)
    .then(event('TechnicianDeparted', { visit: 1 }), past.found(1, 'V6', 'fault-not-analysed'));
});

test('[V3] [V5] who needs nothing has no list to make, though nobody prepared the visit', () => {
  const nothing = past.faultAnalysed({ parts: [], tools: [] });
  const found = given(past.opened(), past.fileReviewed(), nothing, past.scheduled())
    .when(setOut)
    .events()
    .flatMap(({ data }) => ('code' in data ? [data.code] : []));
  expect(found).toEqual(['badge-missing', 'uniform-missing']);
});

test('nobody sets out to a visit of another, twice, or before the call', () => {
  given(...ready)
    .when(command('Depart', { visit: 1 }, '09:00', { by: WANG_FANG }))
    .thenThrows(Forbidden, 'not-your-visit');
  given(...ready, past.departed())
    .when(setOut)
    .thenThrows(NotPossible, 'visit-departed');
  given(...ready)
    .when(command('Depart', { visit: 1 }, '07:59'))
    .thenThrows(Invalid, 'occurred-too-early');
});
