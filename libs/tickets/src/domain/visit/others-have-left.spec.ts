import { Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  event,
  givenFor,
  inBatch,
  span,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { diaryCommands } from '../diary/diary.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

/* Who is at the customer's yet when the others have gone. */

const given = givenFor(ticketDecider.decide);
const visit = 1;
const by = WANG_FANG;
const THEY = WANG_FANG.id;
const came = (time: string) => event('TechnicianArrived', { visit, technician: THEY }, time, by);
const left = (time: string) => event('TechnicianLeft', { visit, technician: THEY }, time, by);
const added = event('TechnicianAdded', { visit, technician: THEY }, '08:25');
const all = [past.opened(), past.scheduled(), added, ...site.working.slice(2)];
const gone = [...all, past.repaired(), past.left('11:00')];
const arrive = (time: string) =>
  command('RecordArrival', { visit }, time, { by, known: { elsewhere: [] } });
const clean = (time: string) => command('CleanSite', { visit }, time, { by });
const leave = (time: string) => command('LeaveSite', { visit }, time, { by });
const stayed = [...gone, came('10:40')];

test('[V7] whoever comes when the others have gone has come all the same', () => {
  const events = given(...gone)
    .when(arrive('11:10'))
    .events();
  expect(events.map(({ type }) => type)).toContain('TechnicianArrived');
  given(...gone, came('11:10'))
    .when(arrive('11:20'))
    .thenThrows(NotPossible, 'already-arrived');
  given(...gone)
    .when(command('RecordArrival', { visit }, '11:10', { known: { elsewhere: [] } }))
    .thenThrows(NotPossible, 'visit-left');
});

test('[V7] and may come once more when they have left', () => {
  given(...stayed, left('11:20'))
    .when(arrive('11:40'))
    .then(came('11:40'));
  const back = ticketAfter(...stayed, left('11:20'), came('11:40'));
  expect(back.visits[0]).toMatchObject({ own: { [THEY]: { arrivedAt: at('11:40') } } });
  given(...stayed, left('11:20'), came('11:40'))
    .when(clean('11:45'))
    .then(event('SiteCleaned', { visit }, '11:45', by));
});

test('[R10] whose arrival is told late goes on in their own time, and the others do not', () => {
  given(...gone)
    .when(inBatch(arrive('10:40')))
    .then(came('10:40'));
  given(...stayed)
    .when(clean('11:20'))
    .then(event('SiteCleaned', { visit }, '11:20', by));
  given(...stayed)
    .when(command('CleanSite', { visit }, '11:20'))
    .thenThrows(NotPossible, 'visit-left');
  given(...gone)
    .when(clean('11:20'))
    .thenThrows(NotPossible, 'visit-left');
  given(...gone)
    .when(inBatch(clean('11:20'), at('12:00')))
    .thenThrows(Invalid, 'occurred-after-leaving');
});

test('[R10] their hours are theirs until they leave, and not longer', () => {
  const log = command(
    'LogLabour',
    { visit, workType: '维修', span: span('10:50', '11:15') },
    '11:20',
    {
      by,
      known: { logged: [] },
    },
  );
  const types = given(...stayed)
    .when(log)
    .events()
    .map(({ type }) => type);
  expect(types).toContain('LabourLogged');
  given(...stayed, left('11:10'))
    .when(log)
    .thenThrows(Invalid, 'labour-after-leaving');
});

test('[V21] [R10] the visit ends when they leave, and what was owed is judged by then', () => {
  const missed = { ...past.found(1, 'V21', 'site-not-cleaned'), occurredAt: at('11:00') };
  const events = given(...stayed, missed, site.cleaned('11:15'))
    .when(leave('11:20'))
    .events();
  expect(events[0]).toEqual(left('11:20'));
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'FindingWithdrawn',
      data: expect.objectContaining({ finding: 1, article: 'V21' }),
    }),
  );
  expect(ticketAfter(...stayed, left('11:20')).visits[0]).toMatchObject({
    status: 'left',
    leftAt: at('11:20'),
  });
});

test('[R10] whoever came along and stayed longer says so, once', () => {
  const [went] = given(...gone)
    .when(leave('11:40'))
    .events();
  expect(went).toEqual(left('11:40'));
  expect(ticketAfter(...gone, went!).visits[0]).toMatchObject({ leftAt: at('11:40') });
  given(...gone, went!)
    .when(leave('11:41'))
    .thenThrows(NotPossible, 'visit-left');
});

test('[R10] a ticket is not resolved while somebody is there', () => {
  const resolve = command('ResolveTicket', { summary: '更换电容' }, '11:30');
  given(...stayed)
    .when(resolve)
    .thenThrows(NotPossible, 'visit-outstanding');
  const types = given(...stayed, left('11:20'))
    .when(resolve)
    .events()
    .map(({ type }) => type);
  expect(types).toContain('TicketResolved');
});

test('[R10] their day says how long they were there', () => {
  const asked = (next: TicketEvent, ...before: TicketEvent[]) =>
    diaryCommands([next], ticketAfter(...before), { commandId: 'c' }).flatMap(({ commands }) =>
      commands.map(({ type, data, occurredAt }) => [type, data.employee, occurredAt]),
    );
  expect(asked(came('11:10'), ...gone)).toEqual([['BeginStay', THEY, at('11:10')]]);
  expect(asked(left('11:20'), ...stayed)).toEqual([['EndStay', THEY, at('11:20')]]);
  const locked = [
    ...site.onSite.slice(0, 2),
    added,
    ...site.onSite.slice(2),
    past.customerAbsent(),
  ];
  expect(asked(came('09:45'), ...locked)).toEqual([]);
  expect(asked(came('10:10'), ...locked)).toEqual([['BeginStay', THEY, at('10:10')]]);
});

test('[V25] what is owed at the end is missed by whoever stayed to it, where the others had left before', () => {
  const there = [...all, came('09:45'), past.repaired()];
  const away = event('TechnicianLeft', { visit, technician: 'li-wei' }, '10:40');
  const whoMissed = (events: readonly TicketEvent[]) =>
    events.flatMap((each) =>
      each.type === 'FindingRecorded' && each.data.code === 'card-not-left'
        ? [each.data.person]
        : [],
    );
  const ended = given(...there, away)
    .when(leave('11:20'))
    .events();
  expect(whoMissed(ended)).toEqual([THEY]);
  const together = given(...there, left('10:40'))
    .when(command('LeaveSite', { visit }, '11:20'))
    .events();
  expect(whoMissed(together)).toEqual(['li-wei']);
});
