import type { LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  HOTLINE,
  inBatch,
  LI_WEI,
  span,
  SUPERVISOR,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';

/* Visits played as they really go, a line of the requirements each. */

const given = givenFor(ticketDecider.decide);
const visit = 1;
const wang = WANG_FANG.id;
const planned = [past.opened({ lineFault: false }), past.scheduled()];
const known = { elsewhere: [] as string[], quietHours: [] };
const arrive = (time: LocalTime, by = LI_WEI) =>
  command('RecordArrival', { visit }, time, { by, known });
const leave = (time: LocalTime, by = LI_WEI) =>
  command('LeaveSite', { visit }, time, { by, known: { quietHours: [] } });
const along = event('TechnicianAdded', { visit, technician: wang }, '08:25', DISPATCHER);

function after(history: readonly TicketEvent[], ...asked: TicketCommand[]): TicketEvent[] {
  return asked.reduce<TicketEvent[]>(
    (events, each) => [...events, ...ticketDecider.decide(each, ticketAfter(...events))],
    [...history],
  );
}

const open = (events: readonly TicketEvent[]) =>
  ticketAfter(...events).findings.flatMap(({ person, code, status }) =>
    status === 'open' ? [`${person ?? ''} ${code}`] : [],
  );

const move = (from: LocalTime, until: LocalTime, made: LocalTime, by = DISPATCHER) =>
  command(
    'RescheduleVisit',
    { visit, window: span(from, until), atCustomersWish: false, reason: '人手不足' },
    made,
    {
      by,
      known: { technician: { employee: LI_WEI.id, active: true }, receivedAt: at(made) },
    },
  );

test('[V7] the same lapse twice is two findings, each of who decided', () => {
  const twice = after(planned, move('14:00', '15:00', '08:30'), move('15:00', '16:00', '08:40'));
  expect(open(twice)).toEqual(Array(2).fill(`${DISPATCHER.id} change-not-announced`));
});

test('[V7] entered by the hotline in the dispatcher’s place, it is the dispatcher’s', () => {
  const by = { ...HOTLINE, onBehalfOf: DISPATCHER.id };
  expect(open(after(planned, move('14:00', '15:00', '08:30', by)))).toEqual([
    `${DISPATCHER.id} change-not-announced`,
  ]);
});

test('[V7] before the window without asking is found, asked and agreed it is not', () => {
  const out = [...planned, past.departed('08:30')];
  const asked = { ...arrive('08:50'), data: { visit, agreedEarlier: true } };
  expect(open(after(out, arrive('08:50')))).toContain(`${LI_WEI.id} early-arrival`);
  expect(open(after(out, asked))).not.toContain(`${LI_WEI.id} early-arrival`);
});

test('[V7] a delay stays within the day', () => {
  const notify = command(
    'NotifyDelay',
    { visit, reason: '堵车', apologised: true, newArrival: at('09:00', 1) },
    '10:00',
    { known: { receivedAt: at('10:00'), quietHours: [] } },
  );
  expect(() => after([...planned, past.departed()], notify)).toThrow('beyond-the-day');
});

test('[R10] no conduct is put to whoever never came, where nobody is named', () => {
  const alone = event('TechnicianArrived', { visit, technician: wang }, '09:30', WANG_FANG);
  const incident = command(
    'ReportConductIncident',
    { visit, kind: 'rudeness', description: '顶撞客户', reportedBy: '孙丽', photos: [] },
    '11:00',
    { by: HOTLINE },
  );
  expect(open(after([...planned, along, alone], incident))).toEqual([`${wang} rudeness`]);
});

test('[V11] nobody overrides for a visit on which they were before', () => {
  const taken = event(
    'TechnicianRemoved',
    { visit, technician: SUPERVISOR.id, reason: '另有急修' },
    '09:40',
    DISPATCHER,
  );
  const with_ = event('TechnicianAdded', { visit, technician: SUPERVISOR.id }, '08:25', DISPATCHER);
  const override = command(
    'CheckEntitlement',
    { visit, override: { entitlement: site.IN_WARRANTY, reason: '合同在' } },
    '09:45',
    { by: SUPERVISOR, known: { entitlement: undefined } },
  );
  const there = [...planned, with_, past.departed(), past.arrived(), taken];
  given(...there)
    .when(override)
    .thenRefusedUnder('V11', 'override-of-own-visit');
});

test('[R10] whoever is held not to have come tells first that they did', () => {
  const missed = event('CrewNoShowRecorded', { visit, technician: wang }, '11:05', DISPATCHER);
  const working = [...planned, along, ...site.working.slice(2), missed];
  const by = WANG_FANG;
  const greet = command(
    'GreetCustomer',
    { visit, introduced: true, credentialsShown: true },
    '11:10',
    { by },
  );
  const labour = command(
    'LogLabour',
    { visit, workType: '搬运', span: span('10:00', '10:30') },
    '11:10',
    { by, known: { logged: [] } },
  );
  expect(() => after(working, greet)).toThrow('own-no-show');
  expect(() => after(working, labour)).toThrow('labour-though-absent');
  const came = after(working, inBatch(arrive('09:45', by), at('11:20')), {
    ...labour,
    occurredAt: at('11:21'),
  });
  expect(ticketAfter(...came).entries).toMatchObject([{ technician: wang }]);
});

test('[V8] [V25] [V26] a locked door owes nothing of the end, for any of them', () => {
  const absent = command(
    'RecordCustomerAbsent',
    { visit, waitedMinutes: 15, called: '电话无人接听', noteLeft: true },
    '09:50',
  );
  const ready = [past.fileReviewed(), past.faultAnalysed(), past.prepared()];
  expect(open(after([...planned, ...ready, past.departed(), past.arrived()], absent))).toEqual([]);
});

test('[R10] two locked doors in a row let the office end it, and no technician', () => {
  const twice = [
    ...planned,
    past.arrived(),
    past.customerAbsent(),
    past.scheduled({ visit: 2, window: span('14:00', '15:00') }, '10:00'),
    past.arrived('14:10', 2),
    past.customerAbsent('14:40', 2),
  ];
  const resolve = (by: typeof DISPATCHER) =>
    command('ResolveTicket', { summary: '两次不在', outcome: 'no-access' }, '15:00', { by });
  expect(() => after(twice, resolve(LI_WEI))).toThrow('office-decides');
  expect(ticketAfter(...after(twice, resolve(DISPATCHER))).status).toBe('resolved');
  expect(() => after(twice.slice(0, 4), resolve(DISPATCHER))).toThrow('not-absent-twice');
});

test('[V25] [V27] a card and an apology of before the end count', () => {
  const early = [event('CardLeft', { visit }, '09:45'), event('ApologyMade', { visit }, '09:46')];
  const left = open(after([...site.working, ...early, past.repaired()], leave('11:00')));
  expect(left).not.toContain(`${LI_WEI.id} card-not-left`);
  expect(left).not.toContain(`${LI_WEI.id} apology-not-made`);
});

test('[V6] what was read and thought through for a visit is owed anew for another, and after a reopening', () => {
  const again = [
    ...site.closedDay.slice(0, 1),
    past.fileReviewed(),
    past.faultAnalysed(),
    ...site.closedDay.slice(1),
    past.reopened('17:00'),
    past.scheduled({ visit: 2, window: span('18:00', '19:00') }, '17:10'),
  ];
  const depart = command('Depart', { visit: 2 }, '18:00');
  expect(open(after(again, depart))).toEqual(
    expect.arrayContaining([`${LI_WEI.id} file-not-reviewed`, `${LI_WEI.id} fault-not-analysed`]),
  );
});

test('[V19] who interrupts and comes back owes nothing of the end until they leave for good', () => {
  const suspended = [...site.working, site.suspended({ resumeAt: at('14:00') }, '10:20')];
  const away = after(suspended, { ...leave('10:25'), data: { visit, returning: true } });
  expect(open(away)).toEqual([]);
  const back = after(away, arrive('14:00'), command('ResumeWork', { visit }, '14:01', { known }));
  expect(open(after(back, leave('15:00')))).toContain(`${LI_WEI.id} card-not-left`);
});

test('[V7] coming back after the agreed hour without notice is found, with notice in time it is none', () => {
  const away = [
    ...site.working,
    site.suspended({ resumeAt: at('14:00') }, '10:20'),
    event('TechnicianLeft', { visit, returning: true }, '10:25'),
  ];
  expect(open(after(away, arrive('14:20')))).toEqual([`${LI_WEI.id} late-arrival`]);
  const told = past.delayNotified('14:30', '13:40');
  expect(open(after([...away, told], arrive('14:20')))).toEqual([]);
});

test('[R10] a later visit that finds the fault again takes the restoration back', () => {
  const again = [
    ...site.working,
    past.repaired(),
    past.left('11:00'),
    past.scheduled({ visit: 2, window: span('14:00', '15:00') }, '11:30'),
    past.arrived('14:10', 2),
    past.repaired({ visit: 2, restored: false }, '14:30'),
  ];
  expect(ticketAfter(...again).restored).toBe(false);
  const resolve = command('ResolveTicket', { summary: '好了' }, '15:00', { by: DISPATCHER });
  expect(() => after([...again, past.left('14:40', 2)], resolve)).toThrow('service-not-restored');
});

test('[V23] a cancelled ticket with money on it waits until it is given back', () => {
  const paid = [
    ...site.onSite,
    site.quoteSigned(),
    site.collected(),
    past.left(),
    site.receiptIssued(),
  ];
  const cancel = command('CancelTicket', { reason: '不修了', atCustomersWish: true }, '15:00', {
    by: DISPATCHER,
    known: { receivedAt: at('15:00') },
  });
  expect(() => after(paid, cancel)).toThrow('money-not-refunded');
  expect(ticketAfter(...after([...paid, site.refunded()], cancel)).status).toBe('cancelled');
});
