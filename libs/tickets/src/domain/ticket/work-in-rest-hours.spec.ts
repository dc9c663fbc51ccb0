import { expect, test } from '@jest/globals';
import type { CalendarYear } from '@app/kernel';
import * as onSite from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import { command, event, inBatch, span } from '../../testing/ticket.builders.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketCommand } from './ticket.commands.js';
import type { TicketEvent } from './ticket.events.js';

const given = specification(ticketDecider);
const window = span('09:00', '11:00');
const working = [
  past.opened({ lineFault: false }),
  past.scheduled({ window }),
  ...onSite.working.slice(2),
];
const disturbed = (finding: number, code = 'worked-in-rest-hours', time = '12:10') =>
  event('FindingRecorded', { finding, article: 'V19', code, visit: 1, person: 'li-wei' }, time);
const TRIED = {
  visit: 1,
  cause: 'no-fault' as const,
  testResult: '仍跳闸',
  restored: false,
  photos: [],
};
const tried = (time: string) => event('RepairCompleted', TRIED, time);
const complete = (time: string, more = {}) =>
  command('CompleteRepair', { ...TRIED, restored: true, ...more }, time);
const late = <C extends TicketCommand>(step: C) => inBatch(step);

/** What V19 says of the work after a command, with when. */
function foundBy(history: readonly TicketEvent[], asked: TicketCommand): object[] {
  return given(...history)
    .when(asked)
    .events()
    .flatMap(({ type, data, occurredAt }): object[] => {
      if (type === 'FindingWithdrawn') return [{ withdrawn: data.finding }];
      if (type !== 'FindingRecorded' || data.article !== 'V19') return [];
      return [{ code: data.code, at: occurredAt.slice(11, 16) }];
    });
}

/** Times of what was found are in UTC, eight hours behind the business day. */
const WORKED = (at: string) => ({ code: 'worked-in-rest-hours', at });

test('[V19] one stretch of work into the rest hours is found once, however many steps tell of it', () => {
  const once = [...working, tried('12:10'), disturbed(1)];
  expect(foundBy(working, complete('12:10', { restored: false }))).toEqual([WORKED('04:10')]);
  expect(foundBy(once, complete('12:40'))).toEqual([]);
  const left = [...once, event('RepairCompleted', { ...TRIED, restored: true }, '12:40')];
  expect(foundBy(left, command('LeaveSite', { visit: 1 }, '13:00'))).toEqual([]);
});

test('[V19] work that goes on after a try that failed before the rest hours is found', () => {
  expect(foundBy([...working, tried('11:50')], complete('12:40'))).toEqual([WORKED('04:40')]);
  const leave = command('LeaveSite', { visit: 1 }, '12:40');
  expect(foundBy([...working, tried('11:50')], leave)).toEqual([]);
});

test('[V19] work taken up again in the rest hours is one finding until it is interrupted', () => {
  const resumed = [
    ...working,
    onSite.suspended({ customerSide: false }, '11:50'),
    event('WorkResumed', { visit: 1 }, '12:30'),
    disturbed(1, 'resumed-in-rest-hours', '12:30'),
  ];
  expect(foundBy(resumed, complete('13:00'))).toEqual([]);
});

test('[V19] another stretch is another finding', () => {
  const again = [
    ...working,
    onSite.suspended({ customerSide: false }, '12:10'),
    disturbed(1),
    event('WorkResumed', { visit: 1 }, '14:00'),
  ];
  expect(foundBy(again, complete('21:30'))).toEqual([WORKED('13:30')]);
  const resume = command('ResumeWork', { visit: 1 }, '13:00');
  expect(foundBy(again.slice(0, -1), resume)).toEqual([
    { code: 'resumed-in-rest-hours', at: '05:00' },
  ]);
});

test('[V19] work told late after the leaving was recorded is found as well', () => {
  const there = [...onSite.readyToWork.slice(0, 4), past.left('12:40')];
  const ready = [...onSite.readyToWork, past.left('12:40')];
  const start = late(command('StartWork', { visit: 1 }, '11:00'));
  expect(foundBy(ready, start)).toEqual([WORKED('04:40')]);
  expect(foundBy(there, start)).toEqual([WORKED('04:40')]);
  const started = [...ready, past.workStarted('11:00'), disturbed(1, undefined, '12:40')];
  expect(foundBy(started, late(complete('12:30')))).toEqual([]);
  expect(foundBy([...ready, past.workStarted('11:00')], late(complete('12:30')))).toEqual([
    WORKED('04:30'),
  ]);
});

test('[V19] what is told late shows that the work was over, or stood still, before the rest hours', () => {
  const left = [...working, past.left('12:40'), disturbed(1, undefined, '12:40')];
  expect(foundBy(left, late(complete('11:50')))).toEqual([{ withdrawn: 1 }]);
  const { data } = onSite.suspended({}, '11:50');
  expect(foundBy(left, late(command('SuspendWork', data, '11:50')))).toEqual([{ withdrawn: 1 }]);
  expect(foundBy(left, late(complete('12:20')))).toEqual([]);
});

test('[V19] a wish holds for the stretch that it was said of, and for no other', () => {
  const wished = [
    ...working,
    onSite.suspended({ customerSide: false, customerWishes: '午休也可以修' }, '12:10'),
    disturbed(1),
    event('WorkResumed', { visit: 1 }, '12:30'),
  ];
  expect(foundBy(wished, complete('13:00'))).toEqual([]);
  const asked = late(complete('13:00', { customerWishes: '继续修吧' }));
  expect(foundBy(wished, asked)).toEqual([]);
});

test('[V18] [V19] what was taken along is worked on in the workshop, which disturbs nobody', () => {
  const taken = [
    ...working,
    past.productTakenIn('11:00'),
    onSite.suspended({ reason: 'part-awaited', customerSide: false }, '11:10'),
    past.left('11:20'),
  ];
  expect(foundBy(taken, command('ResumeWork', { visit: 1 }, '12:30'))).toEqual([]);
  const resumed = [...taken, event('WorkResumed', { visit: 1 }, '12:30')];
  expect(foundBy(resumed, complete('13:30'))).toEqual([]);
});

test('[V19] on a day off the finding names the edition of the calendar that judged it', () => {
  const today = working[0]!.occurredAt.slice(0, 10);
  const year = { edition: 2, restDays: [], holidays: [{ date: today }], makeUpDays: [] };
  const calendar = new Map<string, CalendarYear>([[today.slice(0, 4), year]]);
  const known = { quietHours: [], calendar };
  const events = given(...working)
    .when(command('CompleteRepair', { ...TRIED, restored: true }, '10:30', { known }))
    .events();
  expect(events.map(({ data }) => data)).toContainEqual(
    expect.objectContaining({
      code: 'worked-in-rest-hours',
      calendar: { year: today.slice(0, 4), edition: 2 },
    }),
  );
});
