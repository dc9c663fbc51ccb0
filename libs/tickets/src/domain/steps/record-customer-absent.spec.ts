import { Forbidden, Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as onSite from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  event,
  givenFor,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { leaveSite } from './leave-site.js';
import { recordCustomerAbsent } from './record-customer-absent.js';

const given = givenFor(recordCustomerAbsent);
const said = { visit: 1, waitedMinutes: 20, called: '打了两次电话', noteLeft: true };
const absent = command('RecordCustomerAbsent', said, '09:50');

test('[V7] before a locked door the visit ends, and none of the duties towards somebody who is there was missed', () => {
  given(...onSite.onSite)
    .when(absent)
    .then(event('CustomerAbsent', said));
  const { visits, findings } = ticketAfter(...onSite.onSite, past.customerAbsent());
  expect(visits).toMatchObject([{ status: 'absent', leftAt: at('09:50') }]);
  expect(findings).toEqual([]);
});

test('after it nobody leaves once more', () => {
  givenFor(leaveSite)(...onSite.onSite, past.customerAbsent())
    .when(command('LeaveSite', { visit: 1 }, '10:00'))
    .thenThrows(NotPossible, 'visit-absent');
});

test.each([
  ['on the way', [past.opened(), past.scheduled(), past.departed()], 'visit-departed'],
  ['at work', onSite.working, 'visit-working'],
])('not while the technician is %s', (_, events, code) => {
  given(...events)
    .when(absent)
    .thenThrows(NotPossible, code);
});

test('nobody waits longer than since the arrival', () => {
  given(...onSite.onSite)
    .when(command('RecordCustomerAbsent', { ...said, waitedMinutes: 21 }, '09:50'))
    .thenThrows(Invalid, 'waited-longer-than-there');
  given(...onSite.onSite)
    .when(command('RecordCustomerAbsent', said, '09:29'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('nobody is said to be absent after they were greeted', () => {
  given(...onSite.onSite, onSite.greeted())
    .when(absent)
    .thenThrows(NotPossible, 'customer-was-there');
});

test('it is for the technician of the visit to say', () => {
  given(...onSite.onSite)
    .when(command('RecordCustomerAbsent', said, '09:50', { by: WANG_FANG }))
    .thenThrows(Forbidden, 'not-your-visit');
});
