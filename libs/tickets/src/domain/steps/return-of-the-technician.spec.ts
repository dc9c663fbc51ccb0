import { broken, Invalid, NotPossible, Refused } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  inBatch,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { pausesOf } from '../clocks/pauses.js';
import { customerWasAbsentTwice } from '../rules/customer-was-absent-twice.js';
import { paperIsComplete } from '../rules/paper-is-complete.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import { evolve } from '../ticket/ticket.evolve.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

const given = givenFor(ticketDecider.decide);
const visit = 1;
/** Suspended at 11:55 until 14:00, and gone. */
const away = [
  ...site.working,
  site.suspended({}, '11:55'),
  event('TechnicianLeft', { visit, returning: true }, '11:56'),
];
const known = { elsewhere: [], quietHours: [] };
const arrive = (time: string) => command('RecordArrival', { visit }, time, { known });
const missed = command('RecordNoShow', { visit }, '15:10', { by: DISPATCHER });

test('[V7] who does not come back by the promised hour has not kept the appointment', () => {
  given(...away)
    .when(command('RecordNoShow', { visit }, '13:59', { by: DISPATCHER }))
    .thenThrows(Invalid, 'still-expected');
  given(...away)
    .when(missed)
    .then(event('NoShowRecorded', { visit }), past.found(1, 'V7', 'no-show'));
  expect(ticketAfter(...away, past.noShow('15:10')).visits[0]).toMatchObject({
    status: 'left',
    returning: { noShowAt: at('15:10') },
  });
});

test('[V7] a return that is told late disproves it, and the work can go on', () => {
  const missedThen = { ...past.found(1, 'V7', 'no-show'), occurredAt: at('15:10') };
  const before = [...away, past.noShow('15:10'), missedThen];
  const told = given(...before)
    .when(inBatch(arrive('14:00')))
    .events();
  expect(told.map(({ type }) => type)).toEqual([
    'TechnicianArrived',
    'NoShowCorrected',
    'FindingWithdrawn',
  ]);
  expect(ticketAfter(...before, ...told).visits[0]).toMatchObject({
    status: 'working',
    suspension: { resumeAt: at('14:00') },
  });
});

test('[V7] a return that is told when the ticket was resolved meanwhile is kept, and the steps after it', () => {
  const resolved = [...away, past.resolved('15:30', 'declined')];
  const told = given(...resolved)
    .when(inBatch(arrive('14:00')))
    .events();
  expect(told.map(({ type }) => type)).toEqual(['TechnicianArrived']);
  const resume = command('ResumeWork', { visit }, '14:06', { known: { quietHours: [] } });
  const went = given(...resolved, ...told)
    .when(inBatch(resume))
    .events();
  expect(went.map(({ type }) => type)).toContain('WorkResumed');
});

test('[V7] a delay of the return is told as any other, and moves its promise', () => {
  const notify = command(
    'NotifyDelay',
    { visit, reason: '堵车', apologised: true, newArrival: at('15:30') },
    '13:40',
    { known: { receivedAt: at('13:40'), quietHours: [] } },
  );
  const [notice] = given(...away)
    .when(notify)
    .events();
  expect(notice).toMatchObject({ type: 'DelayNotified', data: { booked: { from: at('15:30') } } });
  const codes = (time: string, ...more: NonNullable<typeof notice>[]) =>
    given(...away, ...more)
      .when(arrive(time))
      .events()
      .flatMap(({ data }) => ('code' in data ? [data.code] : []));
  expect(codes('14:00')).toEqual([]);
  expect(codes('14:01')).toEqual(['late-arrival']);
  expect(codes('15:20', notice!)).toEqual([]);
  expect(codes('15:40', notice!)).toEqual(['late-arrival']);
});

const reschedule = (more: { technician?: string } = {}) =>
  command(
    'RescheduleVisit',
    {
      visit,
      window: span('16:00', '17:00'),
      atCustomersWish: false,
      reason: '配件晚到',
      told: { channel: 'phone', at: at('13:00'), by: '周敏', apologised: true },
      ...more,
    },
    '13:05',
    {
      by: DISPATCHER,
      known: {
        technician: { employee: more.technician ?? 'li-wei', active: true },
        receivedAt: at('13:05'),
      },
    },
  );

test('[V7] half an hour after the agreed one is later than was promised', () => {
  const notice = given(...away)
    .when({ ...tell('13:50', '14:30'), known: { receivedAt: at('13:50'), quietHours: [] } })
    .events();
  expect(notice.map(({ type }) => type)).toEqual(['DelayNotified']);
});

test('[V7] the return is moved as any appointment, and what was done before stays done', () => {
  const moved = given(...away)
    .when(reschedule())
    .events();
  expect(moved.map(({ type }) => type)).toEqual(['VisitRescheduled']);
  expect(ticketAfter(...away, ...moved).visits[0]).toMatchObject({
    status: 'away',
    workStarted: true,
    booked: span('16:00', '17:00'),
    suspension: { resumeAt: at('16:00'), returnBy: at('17:00') },
  });
  const codes = (time: string) =>
    given(...away, ...moved)
      .when(arrive(time))
      .events()
      .flatMap(({ data }) => ('code' in data ? [data.code] : []));
  expect(codes('16:30')).toEqual([]);
  expect(codes('15:00')).toEqual(['early-arrival']);
});

test('[V7] whoever interrupted the work comes back to it', () => {
  given(...away)
    .when(reschedule({ technician: 'wu-di' }))
    .thenThrows(NotPossible, 'return-is-theirs');
});

const again = event('TechnicianArrived', { visit }, '14:00');
const nobody = command(
  'RecordCustomerAbsent',
  { visit, waitedMinutes: 20, called: '没接', noteLeft: true },
  '14:20',
);

test('[V7] [B2] whoever comes back before a locked door misses nothing, and the clock stands still', () => {
  const events = given(...away, again)
    .when(nobody)
    .events();
  expect(events.map(({ type }) => type)).toEqual(['CustomerAbsent']);
  const after = ticketAfter(...away, again, ...events);
  expect(pausesOf(after.clockFacts).at(-1)).toMatchObject({
    since: at('14:20'),
    until: null,
    why: 'customer-absent',
  });
  expect(after.visits[0]).toMatchObject({
    status: 'absent',
    leftAt: at('14:20'),
    interruptions: [span('11:55', '14:20')],
  });
  const sign = command(
    'SignServiceRecord',
    { visit, satisfaction: 5, signature: { ...site.SIGNATURE, signedAt: at('14:40') } },
    '14:40',
  );
  expect(ticketDecider.decide(sign, after).map(({ type }) => type)).toContain(
    'ServiceRecordSigned',
  );
});

test('[R10] [V22] the paper of what was done before is put in order, and the absence still counts', () => {
  const absent = [...away, again, event('CustomerAbsent', nobody.data, '14:20')];
  const complete = command('CompleteVisit', { visit }, '14:40');
  given(...absent)
    .when(complete)
    .thenThrows(Refused, 'record-unsigned');
  const [completed] = given(...absent, site.signed('14:30'))
    .when(complete)
    .events();
  expect(completed?.type).toBe('VisitCompleted');
  const after = ticketAfter(...absent, site.signed('14:30'), completed!);
  expect(after.visits).toMatchObject([
    { status: 'completed', absentAt: at('14:20'), leftAt: at('14:20') },
  ]);
  expect(broken([paperIsComplete], after)).toEqual([]);
  const next = [past.scheduled({ visit: 2 }, '14:45'), past.departed('15:00', 2)];
  const second = [...next, past.arrived('15:30', 2), past.customerAbsent('15:50', 2)];
  const { visits, stepsAt } = second.reduce(evolve, after) as OpenedTicket;
  expect(broken([customerWasAbsentTwice], { visits, stepsAt })).toEqual([]);
});

test('[V21] [V24] [V25] [V26] told when they had left, it takes back what was found of the end', () => {
  const left = given(...away, again)
    .when(command('LeaveSite', { visit }, '14:21', { known: {} }))
    .events();
  const codes = left.flatMap(({ data }) => ('code' in data ? [data.code] : []));
  expect(codes).toContain('site-not-cleaned');
  const told = given(...away, again, ...left)
    .when(inBatch(nobody, at('14:50')))
    .events();
  expect(told.filter(({ type }) => type === 'FindingWithdrawn')).toHaveLength(codes.length);
});

test('[V7] not where something was done with the customer since they came back', () => {
  given(...away, again, site.cleaned('14:10'))
    .when(nobody)
    .thenThrows(NotPossible, 'customer-was-there');
  given(...away, event('TechnicianArrived', { visit }, '14:10'))
    .when(nobody)
    .thenThrows(Invalid, 'waited-longer-than-there');
});

/** Promised back at 14:00, came at 15:20, and was found late. */
const back = [
  ...away,
  event('TechnicianArrived', { visit }, '15:20'),
  { ...past.found(1, 'V7', 'late-arrival'), occurredAt: at('15:20') },
];
const tell = (time: string, newArrival = '15:30') =>
  command(
    'NotifyDelay',
    { visit, reason: '取备件', apologised: true, newArrival: at(newArrival) },
    time,
    { known: { receivedAt: at('16:00'), quietHours: [] } },
  );
const heardAt = <C extends object>(asked: C) => ({ ...asked, receivedAt: at('16:00') });

test('[V7] a notice about the return that is told when they are back is kept, with what is found of it', () => {
  const events = given(...back)
    .when(heardAt(tell('13:40')))
    .events();
  expect(events.map(({ type, data }) => ('code' in data ? data.code : type))).toEqual([
    'DelayNotified',
    'notice-recorded-late',
    'FindingWithdrawn',
  ]);
  expect(ticketAfter(...back, ...events).visits[0]).toMatchObject({
    returns: [{ returnBy: at('15:30') }],
    expectedBy: at('11:00'),
  });
});

test('[V7] one that came when the hour was over helps nothing, and is kept', () => {
  const events = given(...back)
    .when(inBatch(tell('15:05')))
    .events();
  expect(events.map(({ type }) => type)).toEqual(['DelayNotified']);
});

test('[V7] it withdraws what was found of that return, and of no other arrival', () => {
  const again = [
    ...back,
    site.suspended({ resumeAt: at('16:00') }, '15:25'),
    event('TechnicianLeft', { visit, returning: true }, '15:26'),
    event('TechnicianArrived', { visit }, '17:30'),
    { ...past.found(2, 'V7', 'late-arrival'), occurredAt: at('17:30') },
  ];
  const withdrawn = given(...again)
    .when(inBatch(tell('13:40')))
    .events()
    .flatMap(({ type, data }) => (type === 'FindingWithdrawn' ? [data.finding] : []));
  expect(withdrawn).toEqual([1]);
});
