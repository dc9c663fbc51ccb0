import { Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { command, event, givenFor, ticketAfter } from '../../testing/ticket.builders.js';
import { resumeWork } from './resume-work.js';

const given = givenFor(resumeWork);
const { working, suspended } = site;
const resume = (time: string, visit = 1) =>
  command('ResumeWork', { visit }, time, { known: { quietHours: [] } });
const resumed = (visit = 1) => event('WorkResumed', { visit });

test('[V19] what was broken off goes on', () => {
  given(...working, suspended())
    .when(resume('13:30'))
    .then(resumed());
});

test('what is not broken off cannot be taken up, nor before it was broken off', () => {
  given(...working)
    .when(resume('14:00'))
    .thenThrows(NotPossible, 'work-not-suspended');
  given(...working, suspended())
    .when(resume('09:55'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('after it, the visit is at work again', () => {
  expect(ticketAfter(...working, suspended(), resumed()).visits[0]).toMatchObject({
    status: 'working',
    suspension: undefined,
  });
});

test('[V13] work that was suspended goes on no sooner than the customer has signed the discrepancy', () => {
  const suspendedSince = [...working, site.tampered(), suspended({ customerSide: false })];
  given(...suspendedSince)
    .when(resume('14:00'))
    .thenRefusedUnder('V13', 'discrepancy-unacknowledged');
  given(...suspendedSince, site.discrepancySigned())
    .when(resume('14:00'))
    .then(resumed());
});

test('[V17] nor than the customer has signed the quote', () => {
  given(...working, site.externalCause(), suspended())
    .when(resume('14:00'))
    .thenRefusedUnder('V17', 'charge-not-signed');
});

test('[V19] whoever is away records that they are back, and then goes on', () => {
  const returning = event('TechnicianLeft', { visit: 1, returning: true }, '11:56');
  const away = [...working, suspended({}, '11:55'), returning];
  given(...away)
    .when(resume('14:00'))
    .thenThrows(NotPossible, 'arrival-first');
  const back = given(...away, past.arrived('14:00'))
    .when(resume('14:00'))
    .events();
  expect(back[0]).toMatchObject({ type: 'WorkResumed' });
});
