import { fold } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { clocksSet } from '../../testing/clocks.past.js';
import { POLICY_TERMS } from '../../testing/intake.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  HOTLINE,
  span,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

const known = { quietHours: [] };
/** From 08:00 two technicians are on their way to the same ticket, each on a visit of their own. */
const called: readonly TicketEvent[] = [
  past.opened(),
  ...clocksSet,
  past.scheduled({ window: span('08:30', '10:00') }),
  past.scheduled({ visit: 2, technician: WANG_FANG.id, window: span('08:30', '10:00') }),
  past.departed('08:30'),
  past.departed('08:31', 2),
  past.arrived('08:40'),
  past.arrived('08:55', 2),
  ...[1, 2].flatMap((visit) => [
    { ...site.entitled(site.IN_WARRANTY, visit), occurredAt: at('08:41') },
    { ...site.consented(visit), occurredAt: at('08:42') },
    site.inspected({ visit }, '08:43'),
  ]),
  past.workStarted('08:45'),
];
const suspended = command(
  'SuspendWork',
  {
    visit: 1,
    reason: 'rest-or-meal',
    customerSide: true,
    resumeAt: at('15:00'),
    hoursAsked: true,
    apologised: true,
  },
  '08:50',
  { known },
);
const begun = command('StartWork', { visit: 2 }, '09:05', { by: WANG_FANG, known });
const repaired = command(
  'CompleteRepair',
  { visit: 2, cause: 'company-product', testResult: '正常', restored: true, photos: [] },
  '09:30',
  { by: WANG_FANG, known },
);
const left = (visit: number) => command('LeaveSite', { visit }, '09:40', { by: DISPATCHER, known });
const resolved = command('ResolveTicket', { summary: '更换电容' }, '10:00', { by: DISPATCHER });
const reopened = command('ReopenTicket', { reason: '又坏了' }, at('10:00', 10), {
  by: HOTLINE,
  known: { sla: POLICY_TERMS },
});
const watched = command('WatchClocks', {}, at('10:01', 10));

function after(...commands: readonly TicketCommand[]): OpenedTicket {
  const events = commands.reduce<readonly TicketEvent[]>(
    (before, next) => [...before, ...ticketDecider.decide(next, fold(ticketDecider, before))],
    called,
  );
  return fold(ticketDecider, events) as OpenedTicket;
}

test('[V19] [B2] a pause ends as soon as work goes on, whoever does it', () => {
  expect(after(suspended, begun).deadlines.restoration).toMatchObject({
    due: at('12:15'),
    paused: 15,
    pauses: [{ since: at('08:50'), until: at('09:05'), why: 'work-suspended' }],
  });
  expect(after(suspended, begun, repaired).deadlines.restoration).toMatchObject({ verdict: 'met' });
});

test('[B2] a ticket that is reopened ten days later has terms of its own, and no pause of before', () => {
  const ticket = after(suspended, begun, repaired, left(1), left(2), resolved, reopened, watched);
  expect(ticket.deadlines.restoration).toMatchObject({
    due: at('14:00', 10),
    paused: 0,
    pauses: [],
    verdict: 'running',
  });
  expect(ticket.earlierDeadlines).toMatchObject([{ paused: 0 }, { paused: 15, verdict: 'met' }]);
});
