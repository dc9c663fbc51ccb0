import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  inBatch,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* An arrival that is told late is judged by what was agreed when they came. */

const visit = 1;
const planned = [
  past.opened({ lineFault: false }),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled({ window: span('09:00', '09:40') }),
  past.prepared(),
  past.departed('08:50'),
];
const moved = past.rescheduled(span('10:00', '10:30'), {}, '09:20');

function arrivedAt(time: string, ...events: TicketEvent[]): OpenedTicket {
  const arrival = command('RecordArrival', { visit }, time, { known: { elsewhere: [] } });
  const before = ticketAfter(...planned, ...events);
  return ticketDecider
    .decide(inBatch(arrival, at('11:00')), before)
    .reduce(ticketDecider.evolve, before) as OpenedTicket;
}

const codes = ({ findings }: OpenedTicket) => findings.map(({ code }) => code);

test('[V7] who came within the window that held then came as agreed, wherever it was moved afterwards', () => {
  expect(codes(arrivedAt('09:10', moved))).toEqual([]);
  expect(
    codes(arrivedAt('09:10', moved, past.rescheduled(span('14:00', '15:00'), {}, '09:50'))),
  ).toEqual([]);
});

test('[V7] who came before or after it did not, and the new window judges who came since', () => {
  expect(codes(arrivedAt('08:55', moved))).toEqual(['early-arrival']);
  const later = past.rescheduled(span('10:30', '11:00'), {}, '09:50');
  expect(codes(arrivedAt('09:45', later))).toEqual(['late-arrival']);
  expect(codes(arrivedAt('09:30', moved))).toContain('early-arrival');
  expect(codes(arrivedAt('10:40', moved))).toContain('late-arrival');
});

test('[V7] nobody came though it was called off who came before that', () => {
  expect(codes(arrivedAt('09:10', past.visitCancelled('09:20')))).toEqual([]);
  expect(codes(arrivedAt('09:30', past.visitCancelled('09:20')))).toEqual([
    'visit-made-though-cancelled',
  ]);
});

test('[V7] who came before a change was entered could not know of it, and came as agreed', () => {
  const late = { receivedAt: at('09:30') };
  const told = { channel: 'phone', by: '何女士', at: at('08:50'), apologised: true } as const;
  const known = { technician: { employee: 'li-wei', active: true }, receivedAt: at('09:30') };
  const said = { visit, reason: '客户有事', atCustomersWish: true, told };
  const move = { ...said, window: span('14:00', '15:00') };
  const by = DISPATCHER;
  const changes = [
    { ...command('RescheduleVisit', move, '08:50', { by, known }), ...late },
    { ...command('CancelVisit', said, '08:50', { by, known }), ...late },
  ];
  for (const change of changes) {
    const events = ticketDecider.decide(change, ticketAfter(...planned));
    expect(codes(arrivedAt('09:10', ...events))).toEqual(['change-recorded-late']);
    expect(codes(arrivedAt('09:40', ...events))).toHaveLength(2);
  }
});

test('[V7] nor is it so where the ticket was cancelled after they had come', () => {
  const before = ticketAfter(...planned);
  const cancel = command('CancelTicket', { reason: '客户撤回', atCustomersWish: true }, '10:05', {
    by: DISPATCHER,
    known: { receivedAt: at('10:05') },
  });
  const cancelled = ticketDecider.decide(cancel, before);
  const ticket = arrivedAt('09:10', ...cancelled);
  expect(ticket.findings.filter(({ status }) => status === 'open')).toEqual([]);
});
