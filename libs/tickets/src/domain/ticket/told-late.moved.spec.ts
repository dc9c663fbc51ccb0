import { expect, test } from '@jest/globals';
import { ticketAccount } from '../../account/account.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  event,
  inBatch,
  LI_WEI,
  span,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { diaryCommands } from '../diary/diary.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketCommand } from './ticket.commands.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* The office moved a visit that it held to have been missed; that somebody had come for it is told only then. */

const visit = 1;
const afternoon = span('15:00', '16:00');
const movedOn = [
  past.opened({ lineFault: false }),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled({ window: span('09:00', '10:00') }),
  past.prepared(),
  past.departed('08:40'),
  past.rescheduled(afternoon, {}, '10:10'),
  { ...past.found(1, 'V7', 'no-show'), occurredAt: at('10:10') },
];
const arrive = (time: string) =>
  command('RecordArrival', { visit }, time, { known: { elsewhere: [], quietHours: [] } });
const absent = command(
  'RecordCustomerAbsent',
  { visit, waitedMinutes: 20, called: '没接', noteLeft: true },
  '09:30',
);

function sent(history: readonly TicketEvent[], ...steps: TicketCommand[]) {
  return steps.reduce(
    ({ stored, ticket }, step) => {
      const next = ticketDecider.decide(inBatch(step, at('11:00')), ticket);
      return {
        before: ticket,
        last: next,
        stored: [...stored, ...next],
        ticket: next.reduce(ticketDecider.evolve, ticket) as OpenedTicket,
      };
    },
    {
      before: ticketAfter(...history),
      last: [] as readonly TicketEvent[],
      stored: [...history] as TicketEvent[],
      ticket: ticketAfter(...history),
    },
  );
}

test('[V7] who had come before the visit was moved as missed had not missed it', () => {
  const { ticket } = sent(movedOn, arrive('09:10'));
  expect(ticket.findings).toMatchObject([{ code: 'no-show', status: 'withdrawn' }]);
  const late = sent(movedOn, arrive('10:05')).ticket;
  expect(late.findings).toMatchObject([
    { code: 'no-show', status: 'withdrawn' },
    { code: 'late-arrival', status: 'open' },
  ]);
});

test('[V7] who came only for the new appointment had missed the one before', () => {
  const { ticket } = sent(movedOn, arrive('10:50'));
  expect(ticket.findings[0]).toMatchObject({ code: 'no-show', status: 'open' });
});

test('[V7] [V19] where they had found nobody, the new appointment stands as another visit, and is booked', () => {
  const along = event('TechnicianAdded', { visit, technician: WANG_FANG.id }, '08:30');
  const history = [...movedOn.slice(0, 4), along, ...movedOn.slice(4)];
  const { before, last, stored, ticket } = sent(history, arrive('09:10'), absent);
  expect(ticket.visits).toMatchObject([
    { visit: 1, status: 'absent' },
    { visit: 2, status: 'scheduled', window: afternoon, others: [WANG_FANG.id] },
  ]);
  const booked = diaryCommands(last, before, { commandId: 'c-1' }).flatMap(({ stream, commands }) =>
    commands.flatMap(({ type, data }) =>
      type === 'BookVisit' ? [`${stream.includes(LI_WEI.id)} ${data.visit}`] : [],
    ),
  );
  expect(booked).toEqual(['true 2', 'false 2']);
  const story = (language: 'zh' | 'en') =>
    ticketAccount(
      stored.map((each, index) => ({ ...each, version: index + 1, recordedAt: at('11:00') })),
      language,
    )
      .map(({ text }) => text)
      .join('\n');
  expect(story('zh')).toContain('第 1 次上门约定的 15:00–16:00 仍然有效，由技术员 li-wei 上门');
  expect(story('en')).toContain('The appointment agreed for visit 1 stands');
});

test('[V7] no appointment stands that nobody made after they had come', () => {
  const { ticket } = sent(movedOn.slice(0, 6), arrive('09:10'), absent);
  expect(ticket.visits).toHaveLength(1);
});
