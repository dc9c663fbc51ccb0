import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { NotPossible, type LocalTime } from '@app/kernel';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { technicianDay } from '../../read-models/technician-day/technician-day.projection.js';
import { ticketBoard } from '../../read-models/ticket-board/ticket-board.projection.js';
import { ticketDetail } from '../../read-models/ticket-detail/ticket-detail.projection.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  LI_WEI,
  span,
  TICKET,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { diaryCommands } from '../diary/diary.commands.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

/* Li Wei had been replaced by Wang Fang, for 15:00–17:00, came unheard at 09:10, and has left at 11:06. */

const given = givenFor(ticketDecider.decide);
const visit = 1;
const wang = WANG_FANG.id;
const gone = [
  past.opened({ lineFault: false }),
  past.scheduled(),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.prepared(),
  past.departed('08:45'),
  past.rescheduled(span('15:00', '17:00'), { technician: wang }, '10:10'),
  event('TechnicianArrived', { visit, technician: LI_WEI.id }, '09:10'),
  site.greeted(),
  past.left('11:06'),
];
const TOLD = { channel: 'phone', at: at('12:00'), by: '周敏', apologised: true } as const;
const known = {
  technician: { employee: wang, active: true },
  receivedAt: at('12:05'),
  quietHours: [],
};
const by = DISPATCHER;
const move = (technician = wang) =>
  command(
    'RescheduleVisit',
    {
      ...{ visit, technician, window: span('18:00', '19:00'), atCustomersWish: false },
      ...{ reason: '赶不到', told: TOLD },
    },
    '12:05',
    { by, known: { ...known, technician: { employee: technician, active: true } } },
  );
const callOff = command('CancelVisit', { visit, reason: '已修好', told: TOLD }, '12:05', {
  by,
  known,
});
const noShow = (time: LocalTime) => command('RecordNoShow', { visit }, time, { by });

function after(...asked: TicketCommand[]): TicketEvent[] {
  return asked.reduce<TicketEvent[]>(
    (history, each) => [...history, ...ticketDecider.decide(each, ticketAfter(...history))],
    gone,
  );
}

function shown(history: readonly TicketEvent[]) {
  const log = recorded(`ticket-${TICKET}`, history);
  const board = rowsOf(ticketBoard, log).get(TICKET)!;
  const day = rowsOf(technicianDay, log).get(TICKET)!;
  const { detail } = rowsOf(ticketDetail, log).get(TICKET)!;
  return {
    progress: [board, day, detail].map(({ visits }) => visits[0]!.progress),
    awaitsNext: [board, day, detail].map(({ visits }) => visits[0]!.awaitsNext),
    next: board.nextVisitFrom,
  };
}

test('[V7] [R10] board, day and detail say that it is still to be made, by the next', () => {
  expect(shown(gone)).toEqual({
    progress: ['scheduled', 'scheduled', 'scheduled'],
    awaitsNext: [true, true, true],
    next: at('15:00'),
  });
  const depart = command('Depart', { visit }, '14:30', { by: WANG_FANG });
  const out = after(depart);
  expect(shown(out).progress).toEqual(['departed', 'departed', 'departed']);
  const arrive = command('RecordArrival', { visit }, '15:05', {
    by: WANG_FANG,
    known: { elsewhere: [] },
  });
  const there = after(depart, arrive);
  expect(shown(there).progress).toEqual(['on-site', 'on-site', 'on-site']);
  expect(shown(there).awaitsNext).toEqual([false, false, false]);
  const leave = command('LeaveSite', { visit }, '16:00', { by: WANG_FANG });
  expect(shown(after(depart, arrive, leave)).progress).toEqual(['left', 'left', 'left']);
});

test('[V7] it is moved to another hour, or given to another, and what was done stays done', () => {
  const moved = after(move());
  expect(ticketAfter(...moved).visits[0]).toMatchObject({
    status: 'left',
    technician: wang,
    window: span('18:00', '19:00'),
    expectedBy: at('19:00'),
    leftAt: at('11:06'),
    arrivedAt: at('09:10'),
  });
  expect(shown(moved)).toMatchObject({ next: at('18:00'), progress: Array(3).fill('scheduled') });
  const asked = diaryCommands([moved.at(-1)!], ticketAfter(...gone), { commandId: 'c-1' });
  expect(asked.flatMap(({ commands }) => commands.map(({ type }) => type))).toEqual([
    'ReleaseVisit',
    'BookVisit',
  ]);
  const another = ticketAfter(...after(move('zhang-qiang'))).visits[0];
  expect(another).toMatchObject({ technician: 'zhang-qiang', status: 'left' });
});

test('[V7] called off, the visit is over as it was made', () => {
  const over = after(callOff);
  expect(shown(over)).toMatchObject({
    progress: ['left', 'left', 'left'],
    awaitsNext: [false, false, false],
    next: null,
  });
  given(...over)
    .when(move())
    .thenThrows(NotPossible, 'visit-left');
});

test('[V7] nobody told of it, it is found as of any visit', () => {
  const silently = { ...callOff, data: { visit, reason: '已修好' } };
  const [, found] = given(...gone)
    .when(silently)
    .events();
  expect(found).toMatchObject({ data: { code: 'change-not-announced', person: DISPATCHER.id } });
});

test('[V7] that the next did not come either is their own no-show', () => {
  given(...gone)
    .when(noShow('17:00'))
    .then(
      event('CrewNoShowRecorded', { visit, technician: wang }),
      past.found(1, 'V7', 'no-show', { person: wang }),
    );
  expect(shown(after(noShow('17:00'))).progress).toEqual(['left', 'left', 'left']);
});

test('[R10] the ticket is not resolved while the next is to come', () => {
  const resolve = command('ResolveTicket', { summary: '好了', outcome: 'declined' }, '12:10', {
    by,
  });
  given(...gone)
    .when(resolve)
    .thenThrows(NotPossible, 'visit-outstanding');
  expect(ticketAfter(...after(callOff, resolve)).status).toBe('resolved');
});

test('[R10] its paper is not complete while the next is to come', () => {
  const complete = command('CompleteVisit', { visit }, '12:10', { by });
  given(...gone)
    .when(complete)
    .thenThrows(NotPossible, 'next-to-come');
  expect(after(callOff, complete).at(-1)).toMatchObject({ type: 'VisitCompleted' });
});

test('[V7] a ticket that is cancelled calls the next off as well', () => {
  const cancel = command('CancelTicket', { reason: '不修了', atCustomersWish: true }, '12:10', {
    by,
    known: { receivedAt: at('12:10') },
  });
  expect(
    after(cancel)
      .slice(gone.length)
      .map(({ type }) => type),
  ).toEqual(['VisitCancelled', 'TicketCancelled']);
});
