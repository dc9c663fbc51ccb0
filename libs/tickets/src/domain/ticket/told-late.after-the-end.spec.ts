import { NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { technicianDay } from '../../read-models/technician-day/technician-day.projection.js';
import { ticketBoard } from '../../read-models/ticket-board/ticket-board.projection.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  event,
  givenFor,
  inBatch,
  span,
  TICKET,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';

/* What is told of a visit when its repair, or its paper, was complete. */

const given = givenFor(ticketDecider.decide);
const visit = 1;
const suspend = command(
  'SuspendWork',
  {
    ...{ visit, reason: 'rest-or-meal', customerSide: true, resumeAt: at('10:20') },
    ...{ hoursAsked: true, apologised: true },
  } as const,
  '10:00',
  { known: { quietHours: [] } },
);
const suspended = site.suspended({ resumeAt: at('10:20'), unbooked: true }, '10:00');
const resumed = (time: string) => event('WorkResumed', { visit }, time);
const statusOf = (...events: TicketEvent[]) => ticketAfter(...events).visits[0];
const progressOf = (...events: TicketEvent[]) => {
  const log = recorded(`ticket-${TICKET}`, events);
  return [
    rowsOf(ticketBoard, log).get(TICKET)!.visits[0]!.progress,
    rowsOf(technicianDay, log).get(TICKET)!.visits[0]!.progress,
  ];
};

test('[V19] an interruption that is told after the repair is completed was over by then', () => {
  const repaired = [...site.working, past.repaired({}, '10:30')];
  given(...repaired)
    .when(inBatch(suspend))
    .then(suspended, resumed('10:30'));
  const after = [...repaired, suspended, resumed('10:30')];
  expect(statusOf(...after)).toMatchObject({
    status: 'working',
    suspension: undefined,
    interruptions: [{ from: at('10:00'), until: at('10:30') }],
  });
  given(...after)
    .when(inBatch(command('ResumeWork', { visit }, '10:20', { known: { quietHours: [] } })))
    .then(resumed('10:20'));
  expect(statusOf(...after, resumed('10:20'))).toMatchObject({
    interruptions: [{ from: at('10:00'), until: at('10:20') }],
  });
});

test('[V19] one that came after the repair is no interruption, also told late', () => {
  given(...site.working, past.repaired({}, '09:55'))
    .when(inBatch(suspend))
    .thenThrows(NotPossible, 'repair-completed');
});

const completed = [
  ...site.working,
  past.repaired(),
  site.signed(),
  past.left('11:00'),
  past.visitCompleted('11:10'),
];
const log = command(
  'LogLabour',
  { visit, workType: '维修', span: span('09:55', '10:25') },
  '18:00',
  { known: { logged: [] } },
);
const consume = command('ConsumePart', { visit, sku: 'CAP-35', quantity: 1 }, '10:10', {
  known: { inHand: 1 },
});

test.each([
  ['hours', log],
  ['parts', consume],
])('[V22] %s that are told of a completed visit ask for its paper anew', (_, told) => {
  expect(progressOf(...completed)).toEqual(['completed', 'completed']);
  const events = given(...completed)
    .when(inBatch(told))
    .events();
  const after = [...completed, ...events];
  expect(statusOf(...after)).toMatchObject({ status: 'left', signed: false });
  expect(progressOf(...after)).toEqual(['left', 'left']);
  given(...after)
    .when(command('CompleteVisit', { visit }, '18:30'))
    .thenRefusedUnder('V22');
  const again = [...after, site.signed('18:20')];
  expect(
    given(...again)
      .when(command('CompleteVisit', { visit }, '18:30'))
      .events()
      .at(-1),
  ).toMatchObject({ type: 'VisitCompleted' });
});
