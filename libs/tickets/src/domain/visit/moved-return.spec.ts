import { NotPossible, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  inBatch,
  LI_WEI,
  span,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { diaryCommands } from '../diary/diary.commands.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/* The work is interrupted at 10:00 until 14:00; at 11:00 the return is moved to 16:00–17:00. */

const visit = 1;
const NOW = at('18:00');
const later = span('16:00', '17:00');
const working = [past.opened({ lineFault: false }), ...site.working.slice(1)];
const away = [
  ...working,
  site.suspended(),
  event('TechnicianLeft', { visit, returning: true }, '10:05'),
];
const move = (time: LocalTime = '11:00', window = later, technician = LI_WEI.id) =>
  command(
    'RescheduleVisit',
    {
      visit,
      technician,
      window,
      atCustomersWish: true,
      reason: '客户改时间',
      told: { channel: 'phone', by: '周敏', at: at(time), apologised: true },
    },
    time,
    {
      by: DISPATCHER,
      known: {
        technician: { employee: technician, active: true },
        receivedAt: NOW,
        quietHours: [],
      },
    },
  );
const arrive = (time: LocalTime) =>
  command('RecordArrival', { visit }, time, { known: { elsewhere: [], quietHours: [] } });

function told(history: readonly TicketEvent[], ...commands: readonly TicketCommand[]) {
  return commands.reduce<{
    ticket: OpenedTicket;
    last: readonly TicketEvent[];
    before: OpenedTicket;
  }>(
    ({ ticket }, next) => {
      const last = ticketDecider.decide(next, ticket);
      return {
        before: ticket,
        last,
        ticket: last.reduce(ticketDecider.evolve, ticket) as OpenedTicket,
      };
    },
    { ticket: ticketAfter(...history), before: ticketAfter(...history), last: [] },
  );
}

const standing = ({ findings }: OpenedTicket) =>
  findings.filter(({ status }) => status !== 'withdrawn').map(({ code }) => code);
const ofV7 = (ticket: OpenedTicket) =>
  standing(ticket).filter((code) => ['no-show', 'late-arrival', 'early-arrival'].includes(code));

test('[V7] [V19] a return is expected at the hour to which it was moved', () => {
  const { ticket } = told(away, move());
  expect(ticket.visits).toMatchObject([
    { status: 'away', booked: later, suspension: { resumeAt: at('16:00'), returnBy: at('17:00') } },
  ]);
  expect(standing(told(away, move(), arrive('16:30')).ticket)).not.toContain('late-arrival');
});

test('[V19] also where nobody has told yet that they left', () => {
  const { ticket } = told([...working, site.suspended()], move());
  expect(ticket.visits).toMatchObject([
    { status: 'working', suspension: { resumeAt: at('16:00') } },
  ]);
  const left = event('TechnicianLeft', { visit, returning: true }, '10:05');
  const gone = [left].reduce(
    ticketDecider.evolve,
    ticket as Parameters<typeof ticketDecider.evolve>[0],
  ) as OpenedTicket;
  expect(gone.visits).toMatchObject([{ status: 'away', suspension: { resumeAt: at('16:00') } }]);
  givenFor(ticketDecider.decide)(...working)
    .when(move())
    .thenThrows(NotPossible, 'visit-working');
});

test('[V7] told when they have come back, the move judges the return anew', () => {
  const back = told(away, arrive('16:30'));
  expect(ofV7(back.ticket)).toEqual(['late-arrival']);
  const { ticket } = told(away, arrive('16:30'), inBatch(move(), NOW));
  expect(ofV7(ticket)).toEqual([]);
  expect(ticket.visits).toMatchObject([
    { status: 'working', window: span('09:00', '11:00'), returns: [{ returnBy: at('17:00') }] },
  ]);
  expect(() =>
    told(away, arrive('16:30'), inBatch(move('11:00', later, WANG_FANG.id), NOW)),
  ).toThrow('return-is-theirs');
});

test('[V7] nobody missed a return that had been moved: it is awaited anew, or over by now', () => {
  const missed = told(away, command('RecordNoShow', { visit }, '14:30', { by: DISPATCHER }));
  expect(ofV7(missed.ticket)).toEqual(['no-show']);
  const history = [...away, ...missed.last];
  const evening = span('19:00', '20:00');
  const again = told(history, inBatch(move('11:00', evening), NOW));
  expect(ofV7(again.ticket)).toEqual([]);
  expect(again.ticket.visits).toMatchObject([
    { status: 'away', suspension: { resumeAt: at('19:00') } },
  ]);
  const booked = diaryCommands(again.last, again.before, { commandId: 'c-1' });
  expect(booked.flatMap(({ commands }) => commands.map(({ type }) => type))).toContain('BookVisit');
  const over = told(history, inBatch(move(), NOW)).ticket;
  expect(ofV7(over)).toEqual([]);
  expect(over.visits).toMatchObject([
    { status: 'left', returning: { suspension: { returnBy: at('17:00') } } },
  ]);
});

test('[V7] what was moved before they had come is no return', () => {
  const moved = told(away, inBatch(move('08:40', span('09:20', '11:20')), NOW)).ticket;
  expect(moved.visits).toMatchObject([
    { status: 'away', window: span('09:20', '11:20'), suspension: { resumeAt: at('14:00') } },
  ]);
});

test('[V7] [R10] a locked door before the agreed hour leaves the appointment as it is', () => {
  const absent = (time: LocalTime, waitedMinutes = 10) =>
    command('RecordCustomerAbsent', { visit, waitedMinutes, called: '没接', noteLeft: true }, time);
  const opened = [past.opened({ lineFault: false }), past.scheduled(), past.departed('08:30')];
  const early = told([...opened, past.arrived('08:40')], absent('08:55')).ticket;
  expect(early.visits).toMatchObject([{ status: 'departed', window: span('09:00', '11:00') }]);
  expect(told([...opened, past.arrived('08:40')], absent('09:05')).ticket.visits).toHaveLength(1);
  const returned = told(away, arrive('13:30'), absent('13:50')).ticket;
  expect(returned.visits).toMatchObject([
    { status: 'absent' },
    { visit: 2, status: 'scheduled', window: { from: at('14:00') } },
  ]);
  expect(told(away, arrive('14:00'), absent('14:20')).ticket.visits).toHaveLength(1);
});
