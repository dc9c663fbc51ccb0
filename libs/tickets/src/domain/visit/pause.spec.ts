import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { resolveTicket } from '../steps/resolve-ticket.js';
import { startWork } from '../steps/start-work.js';

const second = [
  past.scheduled({ visit: 2, window: span('09:00', '11:00') }),
  past.departed('09:00', 2),
  past.arrived('09:30', 2),
  site.entitled(site.IN_WARRANTY, 2),
  site.consented(2),
  site.inspected({ visit: 2 }),
];
const untilThree = site.suspended({ resumeAt: at('15:00') }, '09:55');
const deadline = (due: string, paused: number) =>
  event('SlaDeadlineSet', {
    clock: 'restoration',
    due: at(due),
    terms: 'default',
    minutes: 240,
    paused,
  });

test('[B2] the pause ends when work goes on, whoever does it', () => {
  givenFor(startWork)(...site.working, untilThree, ...second)
    .when(command('StartWork', { visit: 2 }, '10:10'))
    .then(deadline('12:15', 15), event('WorkStarted', { visit: 2 }));
});

const restored = [
  ...site.working,
  untilThree,
  ...second,
  deadline('12:15', 15),
  past.workStarted('10:10', 2),
  past.repaired({ visit: 2 }, '10:30'),
  past.left('10:40', 2),
  past.left('10:45'),
];

test('[B2] time while the ticket is resolved is no pause', () => {
  givenFor(resolveTicket)(...restored)
    .when(command('ResolveTicket', { summary: '修好' }, '11:00', { by: DISPATCHER }))
    .then(
      event('TicketResolved', {
        summary: '修好',
        outcome: 'restored',
        givenUp: [],
        openFindings: [],
      }),
    );
  const again = [
    past.scheduled({ visit: 3, window: span('09:00', '11:00', 10) }),
    past.departed(at('09:00', 10), 3),
    past.arrived(at('09:30', 10), 3),
    site.entitled(site.IN_WARRANTY, 3),
    site.consented(3),
    site.inspected({ visit: 3 }),
  ];
  givenFor(startWork)(...restored, past.resolved(), past.reopened(), ...again)
    .when(command('StartWork', { visit: 3 }, at('09:50', 10)))
    .then(event('WorkStarted', { visit: 3 }));
});

test('[B2] a ticket that ends in a pause counts it until then', () => {
  givenFor(resolveTicket)(...site.working, untilThree, past.left('10:00'))
    .when(
      command('ResolveTicket', { summary: '不修了', outcome: 'declined' }, '10:25', {
        by: DISPATCHER,
      }),
    )
    .then(
      deadline('12:30', 30),
      event('TicketResolved', {
        summary: '不修了',
        outcome: 'declined',
        givenUp: [],
        openFindings: [],
      }),
    );
});

test('[V19] there is no pause while somebody else is at work', () => {
  const both = [...site.working, ...second, past.workStarted('09:50', 2)];
  expect(ticketAfter(...both, untilThree).pause).toBeUndefined();
  expect(ticketAfter(...both, untilThree, site.suspended({ visit: 2 }, '10:20')).pause).toEqual({
    since: at('10:20'),
    until: at('14:00'),
  });
});
