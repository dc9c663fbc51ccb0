import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { startWork } from './start-work.js';

const given = givenFor(startWork);
const { onSite, entitled, consented, inspected, readyToWork } = site;
const start = command('StartWork', { visit: 1 }, '10:00');
const started = event('WorkStarted', { visit: 1 });

test('work starts when everything before it is done', () => {
  given(...readyToWork)
    .when(start)
    .then(started);
});

test('[V11] refuses work before the entitlement was checked', () => {
  given(...onSite, consented(), inspected())
    .when(start)
    .thenRefusedUnder('V11', 'entitlement-unchecked');
});

test('[V11] refuses work before consent', () => {
  given(...onSite, entitled(), inspected())
    .when(start)
    .thenRefusedUnder('V11', 'work-before-consent');
});

test('[V13] refuses work before the product was inspected', () => {
  given(...onSite, entitled(), consented())
    .when(start)
    .thenRefusedUnder('V13', 'integrity-uninspected');
});

test('[V13] refuses work before the customer has signed a discrepancy', () => {
  const noticed = [...onSite, entitled(), consented(), site.tampered()];
  given(...noticed)
    .when(start)
    .thenRefusedUnder('V13', 'discrepancy-unacknowledged');
  given(...noticed, site.discrepancySigned())
    .when(start)
    .then(started);
});

test.each([
  ['nothing covers', [...onSite, entitled(site.CHARGEABLE), consented(), inspected()]],
  ['an external cause makes', [...readyToWork, site.externalCause()]],
])('[V17] refuses work that %s chargeable before the quote is signed', (_, events) => {
  given(...events)
    .when(start)
    .thenRefusedUnder('V17', 'charge-not-signed');
  given(...events, site.quoteSigned())
    .when(start)
    .then(started);
});

test('work starts once', () => {
  given(...site.working)
    .when(start)
    .thenThrows(NotPossible, 'work-already-started');
});

test('[V18] work starts in the workshop on what was taken in', () => {
  given(...readyToWork, past.left('10:10'))
    .when(command('StartWork', { visit: 1 }, '13:00'))
    .thenThrows(NotPossible, 'visit-left');
  given(...readyToWork, past.productTakenIn(), past.left('10:10'))
    .when(command('StartWork', { visit: 1 }, '13:00'))
    .then(started);
});

test('[V19] work on a later visit takes up what the customer made the first one break off', () => {
  const later = [
    past.scheduled({ visit: 2 }, '10:20'),
    past.departed('14:00', 2),
    past.arrived('14:10', 2),
    entitled(site.IN_WARRANTY, 2),
    consented(2),
    inspected({ visit: 2 }),
  ];
  given(...site.working, site.suspended(), past.left('10:05'), ...later)
    .when(command('StartWork', { visit: 2 }, '14:30'))
    .then(event('WorkResumed', { visit: 1 }), event('WorkStarted', { visit: 2 }));
});
