import { NotPossible, type Instant, type LocalTime } from '@app/kernel';
import { describe, expect, test } from '@jest/globals';
import { comersAfter, NOBODY_CAME } from '../../read-models/comers.js';
import { progressAfter } from '../../read-models/visit-progress.js';
import * as onSite from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  inBatch,
  LI_WEI,
  span,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { diaryCommands } from '../diary/diary.commands.js';
import type { Booking } from '../diary/diary.state.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/* Promised at 09:00–11:00; Li Wei comes at 08:42, finds nobody, and goes at 08:50. */

const visit = 1;
const NOW = at('18:00');
const ready = [
  past.opened({ lineFault: false }),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled(),
  past.prepared(),
];
const planned = [...ready, past.departed('08:41')];
const arrive = (time: LocalTime, by = LI_WEI) =>
  command('RecordArrival', { visit }, time, { by, known: { elsewhere: [], quietHours: [] } });
const absent = (time: LocalTime = '08:50') =>
  command(
    'RecordCustomerAbsent',
    { visit, waitedMinutes: 8, called: '没接', noteLeft: true },
    time,
  );
const noShow = (time: LocalTime = '11:05') =>
  command('RecordNoShow', { visit }, time, { by: DISPATCHER });

/** What becomes of a history as these are told, one after the other. */
function told(history: readonly TicketEvent[], ...commands: readonly TicketCommand[]) {
  return commands.reduce<{ ticket: OpenedTicket; last: readonly TicketEvent[] }>(
    ({ ticket }, next) => {
      const last = ticketDecider.decide(next, ticket);
      return { last, ticket: last.reduce(ticketDecider.evolve, ticket) as OpenedTicket };
    },
    { ticket: ticketAfter(...history), last: [] },
  );
}

const standing = ({ findings }: OpenedTicket) =>
  findings.flatMap(({ person, code, status }) => (status === 'open' ? [`${person} ${code}`] : []));
const EARLY = `${LI_WEI.id} early-arrival`;

test('[V7] before the agreed hour nobody is absent: the visit is still to be made, and no other is planned', () => {
  const { ticket, last } = told(planned, arrive('08:42'), absent());
  expect(last.map(({ type }) => type)).toEqual(['CustomerAbsent']);
  expect(ticket.visits).toMatchObject([{ status: 'departed', departedAt: at('08:41') }]);
  expect(ticket.visited).toEqual([]);
  const end = command('ResolveTicket', { summary: '不在', outcome: 'declined' }, '08:55', {
    by: DISPATCHER,
  });
  expect(() => ticketDecider.decide(end, ticket)).toThrow(NotPossible);
});

test('[V4] [V6] [V7] whoever comes then comes on that visit, prepared as they were, and is late if they are', () => {
  const came = told(planned, arrive('08:42'), absent(), arrive('09:05'));
  expect(came.ticket.visits).toMatchObject([{ status: 'on-site', arrivedAt: at('09:05') }]);
  expect(standing(came.ticket)).toEqual([EARLY]);
  const late = told(planned, arrive('08:42'), absent(), arrive('11:10'));
  expect(standing(late.ticket)).toEqual([EARLY, `${LI_WEI.id} late-arrival`]);
});

test('[V7] [V17] whoever did something with the customer before has made the visit, and what was done stays', () => {
  const came = told(planned, arrive('08:42')).last;
  const quoted = { ...onSite.quoteSigned('48.50'), occurredAt: at('08:45') };
  const { ticket, last } = told([...planned, ...came, quoted], absent());
  expect(last[0]!.data).not.toHaveProperty('stands');
  expect(last.map(({ type }) => type)).toEqual(['CustomerAbsent', 'VisitScheduled']);
  expect(ticket.visits[0]).toMatchObject({ status: 'absent', charge: { total: '48.50' } });
});

test('[V7] who comes along follows by themself, and a no-show is of that visit', () => {
  const along = event('TechnicianAdded', { visit, technician: WANG_FANG.id }, '08:25', DISPATCHER);
  const early = told([...planned, along], arrive('08:42'), absent()).ticket;
  const missed = ticketDecider.decide(noShow(), early);
  expect(missed.map(({ type, data }) => ('person' in data ? data.person : type))).toEqual([
    'NoShowRecorded',
    LI_WEI.id,
    WANG_FANG.id,
  ]);
  const follow = command('Depart', { visit }, '08:55', { by: WANG_FANG });
  const { ticket } = told(
    [...planned, along],
    arrive('08:42'),
    absent(),
    follow,
    arrive('09:10', WANG_FANG),
  );
  expect(ticket.visits).toMatchObject([{ status: 'on-site', present: [WANG_FANG.id] }]);
  expect(standing(ticket).filter((each) => each.startsWith(LI_WEI.id))).toEqual([EARLY]);
});

test('[V7] a no-show that was recorded stays when that is told late', () => {
  const late = [arrive('08:42'), absent()].map((each) => inBatch(each, NOW));
  const { ticket, last } = told(planned, noShow(), ...late);
  expect(last).toMatchObject([
    { type: 'CustomerAbsent', data: { stands: true } },
    { type: 'NoShowRecorded', occurredAt: at('11:05') },
    { type: 'FindingRecorded', data: { code: 'no-show', person: LI_WEI.id } },
  ]);
  expect(ticket.visits).toMatchObject([{ status: 'no-show', calledOffAt: at('11:05') }]);
  expect(standing(ticket)).toEqual([EARLY, `${LI_WEI.id} no-show`]);
});

test('[V7] where it had been called off meanwhile nobody is expected', () => {
  const off = [...planned.slice(0, -1), past.visitCancelled('08:30')];
  const late = [arrive('08:42'), absent()].map((each) => inBatch(each, NOW));
  expect(told(off, ...late).ticket.visits.map(({ status }) => status)).toEqual(['absent']);
});

test('[R10] the diary keeps the hour free, and the day shows the visit as on its way', () => {
  const there = told(planned, arrive('08:42'));
  const gone = told(planned, arrive('08:42'), absent()).last;
  const asked = diaryCommands([...gone], there.ticket, { commandId: 'c-1' });
  expect(asked.flatMap(({ commands }) => commands.map(({ type }) => type))).not.toContain(
    'ReleaseVisit',
  );
  const who = { technician: LI_WEI.id, others: [], came: [LI_WEI.id], missed: [] };
  const shown = { ...who, awaitsNext: false };
  expect(comersAfter({ ...shown, absentAt: null }, gone[0]!)).toEqual(NOBODY_CAME);
  expect(progressAfter({ ...shown, absentAt: null, progress: 'on-site' }, gone[0]!)).toBe(
    'departed',
  );
});

describe('[V7] told after their leaving, which gave the hour up', () => {
  const left = command('LeaveSite', { visit }, '08:50', { known: { quietHours: [] } });
  const along = event('TechnicianAdded', { visit, technician: WANG_FANG.id }, '08:25', DISPATCHER);
  const gone = told([...planned, along], arrive('08:42'), left).ticket;
  const tell = (receivedAt: Instant, bookings: readonly Booking[] = []) =>
    inBatch({ ...absent(), known: { bookings } }, receivedAt);
  const asked = (events: readonly TicketEvent[]) =>
    diaryCommands([...events], gone, { commandId: 'c-1' }).flatMap(({ commands }) =>
      commands.map(({ type, data }) => [type, data.employee, 'window' in data && data.window]),
    );

  test('it is as if told in order: the visit is to be made, nothing of its end is owed, and all are booked', () => {
    expect(standing(gone).length).toBeGreaterThan(1);
    const events = ticketDecider.decide(tell(at('08:58')), gone);
    const { status, visits, findings } = events.reduce(
      ticketDecider.evolve,
      gone as Parameters<typeof ticketDecider.evolve>[0],
    ) as OpenedTicket;
    const inOrder = told([...planned, along], arrive('08:42'), absent()).ticket;
    expect([status, visits.map((each) => ({ ...each, stepsAt: {}, firstAt: {} }))]).toEqual([
      inOrder.status,
      inOrder.visits.map((each) => ({ ...each, stepsAt: {}, firstAt: {} })),
    ]);
    expect(findings.filter((each) => each.status === 'open').map(({ code }) => code)).toEqual(
      inOrder.findings.map(({ code }) => code),
    );
    const hour = span('09:00', '11:00');
    expect(asked(events).filter(([type]) => type === 'BookVisit')).toEqual([
      ['BookVisit', LI_WEI.id, hour],
      ['BookVisit', WANG_FANG.id, hour],
    ]);
  });

  test('nothing is booked for an hour that is over, nor beside another visit, which is found', () => {
    const over = ticketDecider.decide(tell(NOW), gone);
    expect(over[0]).toMatchObject({ data: { stands: true } });
    expect(asked(over).map(([type]) => type)).not.toContain('BookVisit');
    const other = { ticket: 'T-9', visit: 1, window: span('10:00', '12:00') };
    const clash = ticketDecider.decide(tell(at('08:58'), [other]), gone);
    expect(clash[0]).toMatchObject({ data: { stands: true } });
    expect(asked(clash).map(([type]) => type)).not.toContain('BookVisit');
    expect(clash.flatMap(({ data }) => ('code' in data ? [data.code] : []))).toContain(
      'technician-double-booked',
    );
  });
});
