import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import type { CompleteRepair } from '../ticket/ticket.commands.js';
import { completeRepair } from './complete-repair.js';

const given = givenFor(completeRepair);
const { working } = site;
const result = {
  visit: 1,
  cause: 'company-product' as const,
  testResult: '出风 12 度',
  restored: true,
  photos: [],
};
const complete = (more: Partial<CompleteRepair['data']> = {}, time = '10:30') =>
  command('CompleteRepair', { ...result, ...more }, time);

test('[R10] the repair is recorded with its cause and its test', () => {
  given(...working)
    .when(complete())
    .then(event('RepairCompleted', result));
});

test('[R10] refuses a repair before work has started', () => {
  given(...site.readyToWork)
    .when(complete())
    .thenRefusedUnder('R10', 'work-not-started');
});

test('[V17] refuses to finish with an external cause until the charge is signed', () => {
  given(...working, site.externalCause())
    .when(complete())
    .thenRefusedUnder('V17', 'charge-not-signed');
  given(...working, site.externalCause(), site.quoteSigned())
    .when(complete({ cause: 'external' }))
    .then(event('RepairCompleted', { ...result, cause: 'external' }));
});

test('[V17] refuses to blame an external cause that was not recorded', () => {
  given(...working)
    .when(complete({ cause: 'external' }))
    .thenRefusedUnder('V17', 'external-cause-not-recorded');
});

test('[V13] refuses to finish with a discrepancy that the customer has not signed', () => {
  given(...working, site.tampered())
    .when(complete())
    .thenRefusedUnder('V13', 'discrepancy-unacknowledged');
});

test('a try that restored nothing may be followed by another, a success may not', () => {
  given(...working, past.repaired({ restored: false }))
    .when(complete())
    .then(event('RepairCompleted', result));
  given(...working, past.repaired())
    .when(complete())
    .thenThrows(NotPossible, 'repair-completed');
});

test('[V18] what was taken in is repaired in the workshop, after leaving', () => {
  given(...working, past.left())
    .when(complete({}, '15:00'))
    .thenThrows(NotPossible, 'visit-left');
  given(...working, past.productTakenIn(), past.left())
    .when(complete({}, '15:00'))
    .then(event('RepairCompleted', result));
});

test('[V19] nothing is finished while work is broken off, in the workshop neither', () => {
  given(...working, site.suspended())
    .when(complete())
    .thenThrows(NotPossible, 'work-suspended');
  given(...working, past.productTakenIn('09:55'), site.suspended(), past.left('10:10'))
    .when(complete())
    .thenThrows(NotPossible, 'work-suspended');
});
