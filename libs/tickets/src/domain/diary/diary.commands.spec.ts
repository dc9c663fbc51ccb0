import { expect, test } from '@jest/globals';
import { suspended } from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import { at, DISPATCHER, event, span, TICKET, ticketAfter } from '../../testing/ticket.builders.js';
import { diaryCommands } from './diary.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

const COMMAND = { commandId: '0190d3f0-0000-7000-8000-000000000001' };
const MONDAY = 'diary-li-wei-2026-03-02';
const TUESDAY = 'diary-li-wei-2026-03-03';

/** Stream and what it is asked, for the new events of a ticket with that past. */
function asked(events: TicketEvent[], ...before: TicketEvent[]) {
  return diaryCommands(events, ticketAfter(past.opened(), ...before), COMMAND).map(
    ({ stream, commands }) => [stream, ...commands.map(({ type }) => type)],
  );
}

test('a planned visit is booked, by whoever planned it', () => {
  expect(diaryCommands([past.scheduled()], ticketAfter(past.opened()), COMMAND)).toEqual([
    {
      stream: MONDAY,
      commands: [
        {
          type: 'BookVisit',
          data: {
            employee: 'li-wei',
            date: '2026-03-02',
            ticket: TICKET,
            visit: 1,
            window: span('09:00', '11:00'),
          },
          id: COMMAND.commandId,
          occurredAt: at('08:20'),
          actor: DISPATCHER,
        },
      ],
    },
  ]);
});

test('a window over midnight is booked on both dates', () => {
  const window = { from: at('23:00'), until: at('01:00', 1) };
  expect(asked([past.scheduled({ window })])).toEqual([
    [MONDAY, 'BookVisit'],
    [TUESDAY, 'BookVisit'],
  ]);
});

test('a visit moved within a day gives up the old time before it takes the new', () => {
  expect(asked([past.rescheduled(span('15:00', '17:00'))], past.scheduled())).toEqual([
    [MONDAY, 'ReleaseVisit', 'BookVisit'],
  ]);
});

test('a visit given to another is released from one diary and booked in the other', () => {
  const moved = past.rescheduled(span('09:00', '11:00', 1), { technician: 'wang-fang' });
  expect(asked([moved], past.scheduled())).toEqual([
    [MONDAY, 'ReleaseVisit'],
    ['diary-wang-fang-2026-03-03', 'BookVisit'],
  ]);
});

test.each<[string, TicketEvent]>([
  ['cancelled', past.visitCancelled()],
  ['a no-show', past.noShow()],
])('a visit that is %s is released', (_, end) => {
  expect(asked([end], past.scheduled())).toEqual([[MONDAY, 'ReleaseVisit']]);
});

test('two visits cancelled at once give up one day in one go', () => {
  const second = past.scheduled({ visit: 2, window: span('15:00', '16:00') });
  expect(
    asked(
      [past.visitCancelled(), past.visitCancelled('08:30', 2), past.cancelled()],
      past.scheduled(),
      second,
    ),
  ).toEqual([[MONDAY, 'ReleaseVisit', 'ReleaseVisit']]);
});

test('[B2] labour is logged with whoever did it, on every date that it touches', () => {
  const labour = event('LabourLogged', {
    visit: 1,
    entry: 1,
    technician: 'li-wei',
    workType: 'repair',
    span: { from: at('23:00'), until: at('00:30', 1) },
    hours: '1.50',
  });
  expect(asked([labour], past.scheduled())).toEqual([
    [MONDAY, 'LogHours'],
    [TUESDAY, 'LogHours'],
  ]);
});

test('[R10] labour that is corrected leaves the dates on which it was, and stands on those on which it is', () => {
  const named = { visit: 1, entry: 1, technician: 'li-wei', reason: '看错日期' };
  const before = {
    workType: 'repair',
    span: { from: at('23:00'), until: at('00:30', 1) },
    hours: '1.50',
  };
  const now = { workType: 'repair', span: span('22:00', '23:00'), hours: '1.00' };
  const corrected = event('LabourCorrected', { ...named, ...now, before });
  expect(asked([corrected], past.scheduled())).toEqual([
    [MONDAY, 'WithdrawHours', 'LogHours'],
    [TUESDAY, 'WithdrawHours'],
  ]);
  const withdrawn = event('LabourWithdrawn', { ...named, before: now });
  expect(asked([withdrawn], past.scheduled())).toEqual([[MONDAY, 'WithdrawHours']]);
});

test('other events ask nothing of a diary', () => {
  expect(asked([past.departed()], past.scheduled())).toEqual([]);
});

test('[R10] where the technician is stands in the diary of the date on which they came', () => {
  const there = [past.scheduled(), past.arrived()];
  expect(asked([past.arrived()], past.scheduled())).toEqual([[MONDAY, 'BeginStay']]);
  expect(asked([past.left(at('00:30', 1))], ...there)).toEqual([
    [MONDAY, 'EndStay', 'ReleaseVisit'],
    [TUESDAY, 'EndStay'],
  ]);
  expect(asked([past.customerAbsent()], ...there)).toEqual([[MONDAY, 'EndStay', 'ReleaseVisit']]);
});

test('[R10] a leaving that is told on a later date is looked at on both on which somebody was taken to be there', () => {
  const told = { ...COMMAND, receivedAt: at('18:00', 9) };
  const before = ticketAfter(past.opened(), past.scheduled(), past.arrived());
  const asked = diaryCommands([past.left('10:00')], before, told);
  expect(asked.map(({ stream, commands: [{ data }] }) => [stream, data])).toEqual([
    [MONDAY, { employee: 'li-wei', date: '2026-03-02', ticket: TICKET, visit: 1 }],
    [
      TUESDAY,
      {
        ...{ employee: 'li-wei', date: '2026-03-03', ticket: TICKET, visit: 1 },
        since: at('09:30'),
      },
    ],
  ]);
});

const suspension = suspended({ resumeAt: at('08:30', 1) }, '10:00');
const away = [
  past.scheduled(),
  past.arrived(),
  past.workStarted(),
  suspension,
  event('TechnicianLeft', { visit: 1, returning: true }, '10:10'),
];

test('[V19] the hour agreed for going on is booked, until the work goes on or the ticket ends', () => {
  expect(asked([suspension], ...away.slice(0, 3))).toEqual([
    [MONDAY, 'ReleaseVisit'],
    [TUESDAY, 'BookVisit'],
  ]);
  expect(asked(away.slice(4), ...away.slice(0, 4))).toEqual([[MONDAY, 'EndStay']]);
  expect(asked([event('WorkResumed', { visit: 1 })], ...away)).toEqual([[TUESDAY, 'ReleaseVisit']]);
  expect(asked([past.resolved()], ...away)).toEqual([[TUESDAY, 'ReleaseVisit']]);
});

test('[V7] a notice of delay books the new hour, and frees the old one', () => {
  const notice = event('DelayNotified', {
    visit: 1,
    reason: '堵车',
    apologised: true,
    newArrival: at('11:30'),
    booked: span('11:30', '12:30'),
  });
  expect(asked([notice], past.scheduled())).toEqual([[MONDAY, 'ReleaseVisit', 'BookVisit']]);
  expect(asked([past.delayNotified('11:30', '12:40')], past.scheduled())).toEqual([
    [MONDAY, 'ReleaseVisit'],
  ]);
});
