import { expect, test } from '@jest/globals';
import type { LocalTime } from '@app/kernel';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  LI_WEI,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* 09:00–11:00 was moved to 15:00–17:00, of which the customer was told at 08:30; the office enters it at 12:00, as of then. */

const visit = 1;
const planned = [
  past.opened({ lineFault: false }),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled(),
  past.prepared(),
];
const afternoon = span('15:00', '17:00');
const told = (time: LocalTime) => ({
  channel: 'phone' as const,
  by: '周敏',
  at: at(time),
  apologised: true,
});
const known = {
  technician: { employee: LI_WEI.id, active: true },
  receivedAt: at('12:00'),
  quietHours: [],
};
const move = (toldAt: LocalTime, time: LocalTime = '12:00') =>
  command(
    'RescheduleVisit',
    {
      visit,
      technician: LI_WEI.id,
      window: afternoon,
      atCustomersWish: false,
      reason: '人手不足',
      told: told(toldAt),
    },
    time,
    { by: DISPATCHER, known },
  );
const callOff = (toldAt: LocalTime) =>
  command('CancelVisit', { visit, reason: '人手不足', told: told(toldAt) }, '12:00', {
    by: DISPATCHER,
    known,
  });
const cancel = (toldAt: LocalTime) =>
  command('CancelTicket', { reason: '不修了', told: told(toldAt) }, '12:00', {
    by: DISPATCHER,
    known,
  });

function after(history: readonly TicketEvent[], asked: TicketCommand): OpenedTicket {
  const ticket = ticketAfter(...history);
  return ticketDecider
    .decide(asked, ticket)
    .reduce(
      ticketDecider.evolve,
      ticket as Parameters<typeof ticketDecider.evolve>[0],
    ) as OpenedTicket;
}

const standing = ({ findings }: OpenedTicket) =>
  findings
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ person = '', code }) => `${person} ${code}`);
const LATE = `${DISPATCHER.id} change-recorded-late`;

test.each([
  ['moved', move],
  ['called off', callOff],
  ['given up with the ticket', cancel],
])(
  '[V7] nobody missed what was %s as the customer had been told, and the entry is late',
  (_, change) => {
    expect(standing(after(planned, change('08:30')))).toEqual([LATE]);
    expect(standing(after(planned, change('09:30')))).toEqual([
      LATE,
      `${DISPATCHER.id} change-told-late`,
    ]);
    expect(standing(after(planned, change('11:30')))).toEqual([
      `${LI_WEI.id} no-show`,
      `${DISPATCHER.id} change-told-late`,
    ]);
  },
);

test('[V7] a no-show that was recorded meanwhile is withdrawn', () => {
  const missed = [
    ...planned,
    past.noShow('11:30'),
    { ...past.found(1, 'V7', 'no-show'), occurredAt: at('11:30') },
  ];
  const ticket = after(missed, move('08:30'));
  expect(ticket.visits).toMatchObject([{ status: 'scheduled', window: afternoon }]);
  expect(standing(ticket)).toEqual([LATE]);
});

test.each<[string, TicketEvent[], string]>([
  ['found nobody', [past.customerAbsent('09:50')], 'absent'],
  ['was sent away', [past.left('09:40')], 'left'],
])('[V7] whoever had not heard of it, and %s, is blamed for nothing', (_, gone, status) => {
  const came = [...planned, past.departed(), past.arrived(), ...gone];
  const ticket = after(came, move('08:30'));
  expect(ticket.visits).toMatchObject([
    { visit: 1, status },
    { visit: 2, status: 'scheduled', window: afternoon },
  ]);
  expect(standing(ticket)).toEqual([LATE]);
});

test('[V7] [V25] [V26] nor for what they did not do at a customer who sent them away', () => {
  const away = command('LeaveSite', { visit }, '09:40', { known: { quietHours: [] } });
  const greeted = [...planned, past.departed(), past.arrived(), site.greeted()];
  const left = [...greeted, ...ticketDecider.decide(away, ticketAfter(...greeted))];
  expect(standing(ticketAfter(...left))).toContain(`${LI_WEI.id} card-not-left`);
  expect(standing(after(left, move('08:30')))).toEqual([LATE]);
  const known = [...planned, past.rescheduled(afternoon), ...greeted.slice(planned.length)];
  expect(standing(after(known, away))).toEqual([]);
});

test('[V7] whoever came late for the old hour was expected at the new one', () => {
  const came = [
    ...planned,
    past.departed(),
    past.arrived('11:20'),
    { ...past.found(1, 'V7', 'late-arrival'), occurredAt: at('11:20') },
  ];
  expect(standing(after(came, move('08:30')))).toEqual([LATE]);
});

test('[V7] what is entered as the window begins, and was told just before it, is in time', () => {
  const asked = move('08:58', '09:05');
  const inTime = { ...asked, known: { ...known, receivedAt: at('09:05') } };
  expect(standing(after(planned, inTime))).toEqual([]);
});
