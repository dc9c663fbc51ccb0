import { NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as onSite from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import { at, command, event, givenFor, ticketAfter } from '../../testing/ticket.builders.js';
import { completeVisit } from './complete-visit.js';
import { leaveSite } from './leave-site.js';
import { recordArrival } from './record-arrival.js';
import { resolveTicket } from './resolve-ticket.js';
import { suspendWork } from './suspend-work.js';

const leaving = event('TechnicianLeft', { visit: 1, returning: true }, '11:55');
const suspended = onSite.suspended({ resumeAt: at('08:30', 1) }, '11:50');
const away = [...onSite.working, onSite.greeted(), suspended, leaving];
const comeBack = (time: string) =>
  command('RecordArrival', { visit: 1 }, time, { known: { elsewhere: [] } });
const back = event('TechnicianArrived', { visit: 1 });

test('[V19] leaving to come back asks for none of the closing steps', () => {
  const given = givenFor(leaveSite);
  given(...onSite.working, suspended)
    .when(command('LeaveSite', { visit: 1, returning: true }, '11:55'))
    .then(leaving);
  expect(ticketAfter(...away).visits).toMatchObject([{ status: 'away', leftAt: at('11:55') }]);
});

test('nobody comes back to what is not interrupted', () => {
  givenFor(leaveSite)(...onSite.working)
    .when(command('LeaveSite', { visit: 1, returning: true }, '11:55'))
    .thenThrows(NotPossible, 'work-not-suspended');
});

test('[V7] whoever comes back at the agreed hour is on time, later they are late, and earlier they ask', () => {
  const given = givenFor(recordArrival);
  const found = (code: string) => past.found(1, 'V7', code);
  given(...away)
    .when(comeBack(at('08:30', 1)))
    .then(back);
  given(...away)
    .when(comeBack(at('08:31', 1)))
    .then(back, found('late-arrival'));
  given(...away)
    .when(comeBack(at('08:20', 1)))
    .then(back, found('early-arrival'));
});

test('what was done before the interruption still stands afterwards', () => {
  const [visit] = ticketAfter(
    ...away,
    event('TechnicianArrived', { visit: 1 }, at('08:35', 1)),
  ).visits;
  expect(visit).toMatchObject({
    status: 'working',
    arrivedAt: at('09:30'),
    cameAt: at('08:35', 1),
    greeting: { introduced: true },
    suspension: { resumeAt: at('08:30', 1) },
  });
  expect(visit).not.toHaveProperty('leftAt');
});

test('a visit to which somebody is to come back is not completed', () => {
  givenFor(completeVisit)(...away)
    .when(command('CompleteVisit', { visit: 1 }, '12:30'))
    .thenThrows(NotPossible, 'visit-away');
});

test('[R10] it is over when the ticket ends, and then it is completed', () => {
  const end = command('ResolveTicket', { summary: '不修了', outcome: 'declined' }, '15:00');
  const resolution = givenFor(resolveTicket)(...away)
    .when(end)
    .events();
  const ended = [...away, ...resolution];
  expect(ticketAfter(...ended).visits).toMatchObject([{ status: 'left', suspension: undefined }]);
  givenFor(completeVisit)(...ended, onSite.signatureRefused())
    .when(command('CompleteVisit', { visit: 1 }, '16:00'))
    .then(event('VisitCompleted', { visit: 1, openFindings: [] }));
});

test('work is not interrupted once the repair is finished', () => {
  const { data } = suspended;
  givenFor(suspendWork)(...onSite.working, past.repaired())
    .when(command('SuspendWork', { ...data }, '11:50'))
    .thenThrows(NotPossible, 'repair-completed');
});
