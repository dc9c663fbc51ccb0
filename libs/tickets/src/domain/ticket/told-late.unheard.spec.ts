import { expect, test } from '@jest/globals';
import { broken } from '@app/kernel';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  inBatch,
  LI_WEI,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { factsOfRound } from '../clocks/clock-facts.js';
import { pausesOf } from '../clocks/pauses.js';
import { customerWasAbsentTwice } from '../rules/customer-was-absent-twice.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* The customer moved 09:00–10:00 to 15:00–16:00 at 08:50; whoever had not heard of it came at 09:10. */

const visit = 1;
const afternoon = span('15:00', '16:00');
const told = { channel: 'phone', by: '周敏', at: at('08:50'), apologised: true } as const;
const planned = [
  past.opened(),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled({ window: span('09:00', '10:00') }),
  past.prepared(),
];
const move = command(
  'RescheduleVisit',
  { visit, window: afternoon, atCustomersWish: true, reason: '客户改时间', told },
  '08:50',
  {
    by: DISPATCHER,
    known: { technician: { employee: LI_WEI.id, active: true }, receivedAt: at('10:40') },
  },
);
const arrive = command('RecordArrival', { visit }, '09:10', {
  known: { elsewhere: [], quietHours: [] },
});
const absent = command(
  'RecordCustomerAbsent',
  { visit, waitedMinutes: 20, called: '没接', noteLeft: true },
  '09:30',
);
const leave = command('LeaveSite', { visit }, '09:20', { known: { quietHours: [] } });

function sent(history: readonly TicketEvent[], ...steps: TicketCommand[]): OpenedTicket {
  return steps.reduce(
    (ticket, step) =>
      ticketDecider
        .decide(inBatch(step, at('10:40')), ticket)
        .reduce((next, event) => ticketDecider.evolve(next, event) as OpenedTicket, ticket),
    ticketAfter(...history),
  );
}

const late = [...planned, past.departed('08:45'), past.arrived('09:10')];
const moved = [...planned, past.rescheduled(afternoon, {}, '08:50')];

test.each([
  ['entered when they had gone', sent([...late, past.customerAbsent('09:30')], move)],
  ['entered in time', sent(moved, arrive, absent)],
])(
  '[V7] [V19] a change of the customer’s, %s, is kept, and the absence does not count',
  (_, ticket) => {
    expect(ticket.visits).toMatchObject([
      { visit: 1, status: 'absent' },
      { visit: 2, status: 'scheduled', window: afternoon, technician: LI_WEI.id },
    ]);
    const next = [past.arrived('15:10', 2), past.customerAbsent('15:40', 2)];
    const again = [past.scheduled({ visit: 3 }), past.arrived('16:10', 3)];
    const once = next.reduce(ticketDecider.evolve, ticket) as OpenedTicket;
    expect(broken([customerWasAbsentTwice], once)).toHaveLength(1);
    const twice = [...again, past.customerAbsent('16:40', 3)].reduce(
      ticketDecider.evolve,
      once,
    ) as OpenedTicket;
    expect(broken([customerWasAbsentTwice], twice)).toEqual([]);
    const pauses = pausesOf(factsOfRound(ticket.clockFacts, 1));
    expect(pauses.map(({ why }) => why)).not.toContain('customer-absent');
  },
);

test('[V7] who came too soon and did nothing leaves the appointment as it was agreed', () => {
  expect(sent(moved, arrive, leave).visits).toMatchObject([
    { visit: 1, status: 'left' },
    { visit: 2, status: 'scheduled', window: afternoon },
  ]);
  expect(sent([...late, past.left('09:20')], move).visits).toMatchObject([
    { visit: 1, status: 'left' },
    { visit: 2, status: 'scheduled', window: afternoon },
  ]);
  const here = command('CleanSite', { visit }, '09:15');
  expect(sent(moved, arrive, here, leave).visits).toHaveLength(1);
});
