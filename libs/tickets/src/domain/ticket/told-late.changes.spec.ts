import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
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
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* What was changed in time and is told late, after others have gone by what they knew. */

const visit = 1;
const now = at('11:30');
const planned = [
  past.opened({ lineFault: false }),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled({ window: span('09:00', '10:00') }),
  past.prepared(),
];
const missed: TicketEvent[] = [
  ...planned,
  past.noShow('10:05'),
  { ...past.found(1, 'V7', 'no-show'), occurredAt: at('10:05') },
];
const told = { channel: 'phone', by: '周敏', at: at('08:45'), apologised: true } as const;
const technician = { employee: LI_WEI.id, active: true };
const move = (from: string, until: string, who = technician) =>
  command(
    'RescheduleVisit',
    {
      visit,
      technician: who.employee,
      window: span(from, until),
      atCustomersWish: true,
      reason: '客户改时间',
      told,
    },
    '08:45',
    { by: DISPATCHER, known: { technician: who, receivedAt: now } },
  );
/** As `move`, decided and told only then. */
const movedAt = (time: string, from: string, until: string) => {
  const { data, ...asked } = move(from, until);
  const [occurredAt, saidAt] = [at(time), at(time)];
  return { ...asked, occurredAt, data: { ...data, told: { ...told, at: saidAt } } };
};
const callOff = command('CancelVisit', { visit, reason: '客户有事', told }, '08:45', {
  by: DISPATCHER,
  known: { receivedAt: now },
});

function sent(events: readonly TicketEvent[], ...steps: TicketCommand[]) {
  return steps.reduce(
    ({ stored, ticket }, step) => {
      const next = ticketDecider.decide({ ...step, receivedAt: now }, ticket);
      return {
        stored: [...stored, ...next],
        ticket: next.reduce(ticketDecider.evolve, ticket) as OpenedTicket,
      };
    },
    { stored: [] as TicketEvent[], ticket: ticketAfter(...events) },
  );
}

const found = ({ findings }: OpenedTicket, status = 'open') =>
  findings
    .filter((each) => each.status === status)
    .map(({ person, code }) => `${person ?? ''} ${code}`);
const asOf = (time: string, events: readonly TicketEvent[]) =>
  ticketAfter(
    ...events
      .filter(({ occurredAt }) => occurredAt <= at(time))
      .toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt)),
  );

test('[V7] [V19] a visit that had been moved was not missed, and the late entry is found of who made it', () => {
  const { stored, ticket } = sent(missed, move('14:00', '15:00'));
  expect(stored.map(({ type }) => type)).toEqual([
    'VisitRescheduled',
    'FindingRecorded',
    'NoShowCorrected',
    'FindingWithdrawn',
  ]);
  expect(ticket.visits[0]).toMatchObject({ status: 'scheduled', window: span('14:00', '15:00') });
  expect(found(ticket, 'withdrawn')).toEqual([`${LI_WEI.id} no-show`]);
  expect(found(ticket)).toEqual([`${DISPATCHER.id} change-recorded-late`]);
  expect(asOf('12:00', [...missed, ...stored]).visits[0]).toMatchObject({ status: 'scheduled' });
});

test('[V7] nor was one that had been called off', () => {
  const { stored, ticket } = sent(missed, callOff);
  expect(ticket.visits[0]).toMatchObject({ status: 'cancelled', calledOffAt: at('08:45') });
  expect(found(ticket, 'withdrawn')).toEqual([`${LI_WEI.id} no-show`]);
  expect(asOf('12:00', [...missed, ...stored]).visits[0]).toMatchObject({ status: 'cancelled' });
});

test('[V7] what was moved only after the promised hour was missed by then', () => {
  const tooLate = movedAt('10:02', '14:00', '15:00');
  expect(() => sent(missed, tooLate)).toThrow('visit-no-show');
});

const came = [
  ...planned,
  past.departed('08:50'),
  past.arrived('10:40'),
  { ...past.found(1, 'V7', 'late-arrival'), occurredAt: at('10:40') },
];

test('[V7] told when they had come, a move judges the arrival anew, and books nothing', () => {
  const { stored, ticket } = sent(came, move('10:30', '11:00'));
  expect(found(ticket, 'withdrawn')).toEqual([`${LI_WEI.id} late-arrival`]);
  expect(ticket.visits[0]).toMatchObject({ status: 'on-site', expectedBy: at('11:00') });
  expect(diaryCommands(stored, ticketAfter(...came), { commandId: 'c-1' })).toEqual([]);
  const another = move('10:30', '11:00', { employee: WANG_FANG.id, active: true });
  expect(() => sent(came, another)).toThrow('somebody-came');
  const since = movedAt('10:50', '13:00', '14:00');
  expect(() => sent(came, since)).toThrow('visit-on-site');
});

test('[V7] a notice of delay that was given after the move stands', () => {
  const delayed = [...planned, past.departed('08:50'), past.delayNotified('11:20', '09:50')];
  const history = [...delayed, past.arrived('11:10')];
  expect(sent(history, move('10:30', '11:00')).ticket.visits[0]).toMatchObject({
    expectedBy: at('11:20'),
  });
});

test('[V7] told when they had come, that it was called off takes nothing back of what was done', () => {
  const { ticket } = sent(came, callOff);
  expect(ticket.visits[0]).toMatchObject({ status: 'on-site' });
  expect(found(ticket)).toContain(`${DISPATCHER.id} change-recorded-late`);
});

test('[V19] an appointment that is over when it is told is stored, and its hour found where it disturbed', () => {
  const schedule = (from: string, until: string) =>
    command(
      'ScheduleVisit',
      { technician: LI_WEI.id, window: span(from, until), atCustomersWish: false },
      '08:45',
      { by: DISPATCHER, known: { technician, quietHours: [{ from: '09:00', until: '09:30' }] } },
    );
  const opened = [past.opened({ lineFault: false })];
  const { stored, ticket } = sent(opened, schedule('09:00', '10:00'));
  expect(found(ticket)).toEqual([`${DISPATCHER.id} within-quiet-hours`]);
  expect(stored[0]?.data).toMatchObject({ unbooked: true });
  expect(diaryCommands(stored, ticketAfter(...opened), { commandId: 'c-1' })).toEqual([]);
  const ahead = inBatch(schedule('09:00', '12:00'), now);
  expect(() => ticketDecider.decide(ahead, ticketAfter(...opened))).toThrow('within-quiet-hours');
});

test('[V4] [V6] [R10] whoever came along is put on the visit afterwards, judged like the others, and logs hours', () => {
  const add = command('AddTechnician', { visit, technician: WANG_FANG.id }, '08:30', {
    by: DISPATCHER,
    known: { technician: { employee: WANG_FANG.id, active: true } },
  });
  const history = [...site.working, past.left('11:00')];
  const labour = command(
    'LogLabour',
    { visit, workType: '搬运', span: span('10:00', '10:30') },
    '10:30',
    { by: WANG_FANG, known: { logged: [] } },
  );
  const { stored, ticket } = sent(history, add, labour);
  expect(found(ticket)).toEqual([
    `${WANG_FANG.id} file-not-reviewed`,
    `${WANG_FANG.id} fault-not-analysed`,
    `${WANG_FANG.id} badge-missing`,
    `${WANG_FANG.id} uniform-missing`,
  ]);
  expect(ticket.entries).toMatchObject([{ technician: WANG_FANG.id }]);
  const ofDiary = diaryCommands(stored, ticketAfter(...history), { commandId: 'c-1' });
  expect(ofDiary.flatMap(({ commands }) => commands.map(({ type }) => type))).toEqual(['LogHours']);
  expect(() => sent(history, { ...add, occurredAt: at('11:01') })).toThrow('occurred-too-late');
});

const absent = command(
  'RecordCustomerAbsent',
  { visit, waitedMinutes: 15, called: '电话无人接听', noteLeft: true },
  '09:50',
);

test('[V8] [V25] [V26] that nobody was there takes back what was owed to whoever had been', () => {
  const left = ticketDecider.decide(
    command('LeaveSite', { visit }, '09:55', { known: {} }),
    ticketAfter(...site.onSite),
  );
  const gone = [...site.onSite, ...left];
  expect(found(ticketAfter(...gone))).toEqual([
    `${LI_WEI.id} customer-not-greeted`,
    `${LI_WEI.id} card-not-left`,
    `${LI_WEI.id} farewell-not-made`,
  ]);
  const { ticket } = sent(gone, absent);
  expect(found(ticket)).toEqual([]);
  expect(ticket.visits[0]).toMatchObject({ status: 'absent', leftAt: at('09:55') });
});

test('[V8] nobody is said to have been absent with whom something was done', () => {
  const gone = [...site.onSite, site.consented(), past.left('09:55')];
  expect(() => sent(gone, absent)).toThrow('customer-was-there');
});

const suspend = (time: string, resumeAt: string, bookings: readonly object[] = []) =>
  command(
    'SuspendWork',
    {
      visit,
      reason: 'rest-or-meal',
      customerSide: true,
      resumeAt: at(resumeAt),
      hoursAsked: true,
      apologised: true,
    },
    time,
    { known: { quietHours: [], bookings } as never },
  );
const resume = (time: string) =>
  command('ResumeWork', { visit }, time, { known: { quietHours: [] } });

test('[V7] [V19] an hour that was agreed while others were booked is stored, not booked, and found', () => {
  const booking = { ticket: 'T-9', visit: 1, window: span('14:00', '16:00') };
  const { stored, ticket } = sent(site.working, suspend('10:20', '14:30', [booking]));
  expect(found(ticket)).toEqual([`${LI_WEI.id} technician-double-booked`]);
  expect(stored[0]?.data).toMatchObject({ unbooked: true });
  const free = { ...booking, window: span('16:00', '17:00') };
  const [suspended] = sent(site.working, suspend('10:20', '14:30', [free])).stored;
  expect(suspended?.data).not.toHaveProperty('unbooked');
});

test('[V19] an interruption before another is told last, and no hours lie within either', () => {
  const second = [site.suspended({ resumeAt: at('10:50') }, '10:40')];
  const resumed = event('WorkResumed', { visit }, '10:50');
  const history = [...site.working, ...second, resumed];
  const { ticket } = sent(history, suspend('10:05', '10:15'), resume('10:15'));
  expect(ticket.visits[0]).toMatchObject({
    interruptions: [span('10:40', '10:50'), span('10:05', '10:15')],
  });
  const labour = [...history, site.labourLogged('10:00', '10:30')];
  expect(() => sent(labour, suspend('10:05', '10:15'))).toThrow('labour-while-suspended');
  expect(() => sent(history, suspend('10:45', '11:00'))).toThrow('work-suspended');
});

test('[V19] a repair that is told without the resumption shows that work went on, and from when is told after it', () => {
  const repair = command(
    'CompleteRepair',
    { visit, cause: 'company-product', testResult: '好', restored: true, photos: [] },
    '11:10',
    { known: { quietHours: [] } },
  );
  const history = [...site.working, site.suspended({ resumeAt: at('10:30') }, '10:05')];
  const done = sent(history, inBatch(repair, now)).ticket;
  expect(done.visits[0]).toMatchObject({ interruptions: [span('10:05', '11:10')] });
  const told = sent(history, inBatch(repair, now), resume('10:30')).ticket;
  expect(told.visits[0]).toMatchObject({ interruptions: [span('10:05', '10:30')] });
  expect(() => ticketDecider.decide(repair, ticketAfter(...history))).toThrow('work-suspended');
});

test('[R10] a try that failed is told after the one that restored it, and takes nothing back', () => {
  const failed = command(
    'CompleteRepair',
    { visit, cause: 'company-product', testResult: '仍不制冷', restored: false, photos: [] },
    '10:10',
    { known: { quietHours: [] } },
  );
  const { ticket } = sent([...site.working, past.repaired()], failed);
  expect(ticket).toMatchObject({ restored: true, visits: [{ repair: { restored: true } }] });
});

test('[V13] a first look, and the signature under it, are told after the second', () => {
  const look = command(
    'InspectIntegrity',
    { visit, partsComplete: false, tamperingSigns: false, note: '缺螺丝', photos: [] },
    '09:38',
  );
  const sign = command(
    'AcknowledgeDiscrepancy',
    { visit, signature: { ...site.SIGNATURE, signedAt: at('09:39') } },
    '09:39',
  );
  const history = [...site.onSite, site.tampered(), site.discrepancySigned()];
  expect(sent(history, look, sign).ticket.visits[0]).toMatchObject({
    inspection: {
      discrepancies: [at('09:40'), at('09:38')],
      signatures: [at('09:42'), at('09:39')],
    },
  });
  expect(() => sent(history, look, sign, sign)).toThrow('discrepancy-acknowledged');
  expect(() => sent(history, sign)).toThrow('no-discrepancy');
});
