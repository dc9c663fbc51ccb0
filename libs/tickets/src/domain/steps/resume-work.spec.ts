import { Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { at, command, event, givenFor, span, ticketAfter } from '../../testing/ticket.builders.js';
import { resumeWork } from './resume-work.js';

const given = givenFor(resumeWork);
const { working, suspended } = site;
const resume = (time: string, visit = 1) =>
  command('ResumeWork', { visit }, time, { known: { quietHours: [] } });
const resumed = (visit = 1) => event('WorkResumed', { visit });
const deadline = (due: string, paused: number) =>
  event('SlaDeadlineSet', {
    clock: 'restoration',
    due: at(due),
    terms: 'default',
    minutes: 240,
    paused,
  });

test('[V19] the customer’s rest moves the restoration deadline by as long as it lasted', () => {
  const decided = given(...working, suspended()).when(resume('13:30'));
  decided.then(resumed(), deadline('15:30', 210));
  expect(decided.events()[1]?.articles).toEqual(['V19']);
});

test('[V19] a second pause is added to the first', () => {
  given(
    ...working,
    suspended(),
    resumed(),
    deadline('15:30', 210),
    suspended({ resumeAt: at('15:00') }, '14:00'),
  )
    .when(resume('14:20'))
    .then(resumed(), deadline('15:50', 230));
});

test('[V19] waiting for a part moves no deadline', () => {
  given(...working, suspended({ reason: 'part-awaited', customerSide: false }))
    .when(resume('14:00'))
    .then(resumed());
});

test('[V19] two technicians who wait at the same time stop one clock', () => {
  const second = [
    past.scheduled({ visit: 2, window: span('09:00', '11:00') }),
    past.departed('09:00', 2),
    past.arrived('09:30', 2),
    site.entitled(site.IN_WARRANTY, 2),
    site.consented(2),
    site.inspected({ visit: 2 }),
    past.workStarted('09:50', 2),
    suspended({ visit: 2 }, '11:00'),
  ];
  given(...working, suspended({}, '10:00'), ...second)
    .when(resume('12:00'))
    .then(resumed(), deadline('13:00', 60));
  given(...working, suspended({}, '10:00'), ...second, resumed(), deadline('13:00', 60))
    .when(resume('13:00', 2))
    .then(resumed(2));
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

test('[V19] the clock stands still until the agreed hour at the latest', () => {
  const tomorrow = suspended({ resumeAt: at('08:30', 1) }, '11:55');
  const due = (time: string, day: number, paused: number) =>
    event('SlaDeadlineSet', {
      clock: 'restoration',
      due: at(time, day),
      terms: 'default',
      minutes: 240,
      paused,
    });
  given(...working, tomorrow)
    .when(resume(at('11:30', 1)))
    .then(resumed(), due('08:35', 1, 1235));
  given(...working, tomorrow)
    .when(resume(at('08:00', 1)))
    .then(resumed(), due('08:05', 1, 1205));
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
