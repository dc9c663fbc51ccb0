import { broken, Invalid, NotPossible, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { clocksSet } from '../../testing/clocks.past.js';
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
import { customerWasAbsentTwice } from '../rules/customer-was-absent-twice.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/* Li Wei and Wang Fang are to come at 09:00–11:00; Li Wei comes at 09:30, and finds nobody by 09:50. Wang Fang follows. */

const given = givenFor(ticketDecider.decide);
const visit = 1;
const by = WANG_FANG;
const THEY = WANG_FANG.id;
const NOW = at('18:00');
const planned = [
  past.opened({ lineFault: false }),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled(),
  event('TechnicianAdded', { visit, technician: THEY }, '08:25'),
  event('CustomerFileReviewed', { visit, technician: THEY }, '08:26', by),
  { ...past.faultAnalysed({ technician: THEY }, '08:27'), actor: by },
  past.prepared(),
  {
    ...event(
      'VisitPrepared',
      { visit, technician: THEY, badge: true, uniform: true, tools: [], parts: [] },
      '08:45',
    ),
    actor: by,
  },
];
const out = event('TechnicianDeparted', { visit, technician: THEY }, '09:20', by);
const locked = [...planned, past.departed(), past.arrived(), out, past.customerAbsent()];
const arrive = (time: LocalTime, who = by) =>
  command('RecordArrival', { visit }, time, { by: who, known: { elsewhere: [], quietHours: [] } });
const greet = (time: LocalTime) =>
  command('GreetCustomer', { visit, introduced: true, credentialsShown: true }, time, { by });
const leave = (time: LocalTime, who = by) =>
  command('LeaveSite', { visit }, time, { by: who, known: { quietHours: [] } });
const absent = (time: LocalTime, who = LI_WEI) =>
  command(
    'RecordCustomerAbsent',
    { visit, waitedMinutes: 20, called: '打了两次电话', noteLeft: true },
    time,
    { by: who },
  );

/** What becomes of a history as these are told, one after the other. */
function told(history: readonly TicketEvent[], ...commands: readonly TicketCommand[]) {
  return commands.reduce<{ ticket: OpenedTicket; events: TicketEvent[] }>(
    ({ ticket, events }, next) => {
      const more = ticketDecider.decide(next, ticket);
      return {
        ticket: more.reduce(ticketDecider.evolve, ticket) as OpenedTicket,
        events: [...events, ...more],
      };
    },
    { ticket: ticketAfter(...history), events: [...history] },
  );
}

const late = (...commands: TicketCommand[]) => commands.map((each) => inBatch(each, NOW));
const findingsOf = ({ findings }: OpenedTicket) =>
  findings
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ person = '', code }) => `${person} ${code}`);

test('[V7] whoever comes after another had found nobody, and meets the customer, goes on with the visit', () => {
  const { ticket } = told(locked, arrive('10:10'), greet('10:12'));
  expect(ticket.visits).toMatchObject([
    { status: 'on-site', present: [THEY], cameAt: at('10:10') },
  ]);
  expect(ticket.visited).toEqual([1]);
  expect(findingsOf(ticket)).toEqual([]);
});

test('[V8] [V25] [V26] what is owed at the end is theirs, and nothing of whoever had found nobody', () => {
  const { ticket } = told(locked, arrive('10:10'), leave('10:30'));
  const findings = findingsOf(ticket);
  expect(findings).toContain(`${THEY} customer-not-greeted`);
  expect(findings.filter((each) => each.startsWith(LI_WEI.id))).toEqual([]);
  expect(ticket.visits).toMatchObject([{ status: 'left', leftAt: at('10:30') }]);
});

test('[R10] a door that opened to another is no locked one', () => {
  const next = (ticket: OpenedTicket) =>
    [
      past.scheduled({ visit: 2 }, '11:00'),
      past.arrived('12:00', 2),
      past.customerAbsent('12:30', 2),
    ].reduce(
      ticketDecider.evolve,
      ticket as Parameters<typeof ticketDecider.evolve>[0],
    ) as OpenedTicket;
  expect(broken([customerWasAbsentTwice], next(ticketAfter(...locked)))).toEqual([]);
  const met = told(locked, arrive('10:10'), greet('10:12'), leave('10:30')).ticket;
  expect(broken([customerWasAbsentTwice], next(met))).toHaveLength(1);
  const again = told(locked, arrive('10:10'), absent('10:40', by)).ticket;
  expect(again.visits).toMatchObject([{ status: 'absent', absentAt: at('10:40') }]);
  expect(broken([customerWasAbsentTwice], next(again))).toEqual([]);
});

test('[B2] the clock stands still from the locked door until the next comes, and no longer', () => {
  const clocked = [...locked.slice(0, 1), ...clocksSet, ...locked.slice(1)];
  const { ticket } = told(clocked, arrive('10:10'), greet('10:12'));
  expect(ticket.deadlines.restoration).toMatchObject({ paused: 20, due: at('12:20') });
});

test('[V7] whoever found nobody and comes again is taken as well, and is not late for it', () => {
  const { ticket } = told(locked, arrive('11:20', LI_WEI));
  expect(ticket.visits).toMatchObject([{ status: 'on-site', present: [LI_WEI.id] }]);
  expect(findingsOf(ticket)).toEqual([]);
  given(...locked)
    .when(inBatch(arrive('09:40', LI_WEI), NOW))
    .thenThrows(Invalid, 'occurred-too-early');
});

test('[V7] whoever was there before the other found nobody, and met the customer, tells it late', () => {
  const { ticket } = told(locked, ...late(arrive('09:40'), greet('09:45'), leave('11:00')));
  expect(ticket.visits).toMatchObject([{ status: 'left', leftAt: at('11:00') }]);
  expect(ticket.visited).toEqual([1]);
  expect(findingsOf(ticket).filter((each) => each.startsWith(LI_WEI.id))).toEqual([]);
});

test('[R10] whoever came and went before a door that stayed locked says so', () => {
  const { ticket } = told(locked, ...late(arrive('09:35'), leave('09:45')));
  expect(ticket.visits).toMatchObject([
    { status: 'absent', own: { [THEY]: { leftAt: at('09:45') } } },
  ]);
  given(...locked)
    .when(leave('10:00'))
    .thenThrows(NotPossible, 'visit-absent');
});

test('[V7] that somebody found nobody is a fact, also when another has met the customer since', () => {
  const met = [...planned, past.departed(), past.arrived(), out];
  const { ticket, events } = told(
    met,
    arrive('10:10'),
    greet('10:12'),
    ...late(leave('11:00')),
    ...late(absent('09:50')),
  );
  expect(events.map(({ type }) => type)).toContain('CustomerAbsent');
  expect(ticket.visits).toMatchObject([
    { status: 'left', leftAt: at('11:00'), own: { [LI_WEI.id]: { absentAt: at('09:50') } } },
  ]);
  expect(ticket.visits[0]).not.toHaveProperty('absentAt');
  const findings = findingsOf(ticket);
  expect(findings.filter((each) => each.startsWith(LI_WEI.id))).toEqual([]);
  expect(findings).toContain(`${THEY} card-not-left`);
});

test('[V7] nobody found nobody where another was with the customer', () => {
  const met = told(planned, command('Depart', { visit }, '09:00'), arrive('09:30', LI_WEI)).events;
  const greeted = { ...site.greeted(), actor: LI_WEI };
  given(...met, greeted)
    .when(inBatch(absent('09:50'), NOW))
    .thenThrows(NotPossible, 'customer-was-there');
});

test('[V7] whoever replaced somebody who had not heard of it keeps the appointment, though those found nobody', () => {
  const replaced = [
    past.opened({ lineFault: false }),
    past.scheduled(),
    past.rescheduled(span('09:00', '11:00'), { technician: THEY }, '08:40'),
  ];
  const unheard = { ...arrive('09:10', LI_WEI) };
  const first = told(replaced, ...late(unheard, absent('09:30')));
  expect(first.ticket.visits).toHaveLength(1);
  const { ticket } = told(first.events, arrive('10:00'));
  expect(ticket.visits).toMatchObject([{ status: 'on-site', present: [THEY], technician: THEY }]);
  const end = command('ResolveTicket', { summary: '不在', outcome: 'declined' }, '10:00', {
    by: DISPATCHER,
  });
  given(...first.events)
    .when(end)
    .thenThrows(NotPossible, 'visit-outstanding');
});

test('[V7] [R10] told when the visit was completed, an absence changes who answers, and nothing else', () => {
  const met = told(
    [...planned, past.departed(), past.arrived(), out],
    arrive('10:10'),
    greet('10:12'),
  );
  const done = [
    ...met.events,
    { ...event('TechnicianLeft', { visit }, '11:00'), actor: by },
    { ...past.found(1, 'V25', 'card-not-left'), occurredAt: at('11:00') },
    past.visitCompleted(),
  ];
  const { ticket } = told(done, ...late(absent('09:50')));
  expect(ticket.visits).toMatchObject([{ status: 'completed', leftAt: at('11:00') }]);
  expect(findingsOf(ticket)).toContain(`${THEY} card-not-left`);
  expect(findingsOf(ticket).filter((each) => each.startsWith(LI_WEI.id))).toEqual([]);
});

test('[V7] whoever follows is late for themself, and did not fail to come', () => {
  const { ticket } = told(locked, arrive('11:20'));
  expect(findingsOf(ticket)).toEqual([`${THEY} late-arrival`]);
  const missed = command('RecordNoShow', { visit, technician: THEY }, '11:30', { by: DISPATCHER });
  const held = told(locked, missed);
  expect(findingsOf(held.ticket)).toEqual([`${THEY} no-show`]);
  const came = told(held.events, ...late(arrive('10:10'), greet('10:12')));
  expect(findingsOf(came.ticket)).toEqual([]);
  expect(came.ticket.visits).toMatchObject([{ status: 'on-site', present: [THEY] }]);
});

test('[V7] a visit goes on also where somebody sets out only after the other found nobody', () => {
  const before = locked.filter(
    ({ type, data }) => type !== 'TechnicianDeparted' || !('technician' in data),
  );
  const depart = command('Depart', { visit }, '09:55', { by });
  const { ticket } = told(before, depart, arrive('10:10'), greet('10:12'));
  expect(ticket.visits).toMatchObject([{ status: 'on-site', present: [THEY] }]);
  expect(findingsOf(ticket)).toEqual([]);
});
