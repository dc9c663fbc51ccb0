import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketAccount } from '../account/account.js';
import { diaryCommands } from '../domain/diary/diary.commands.js';
import { ticketDecider } from '../domain/ticket/ticket.decider.js';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import * as site from '../testing/on-site.past.js';
import * as past from '../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  inBatch,
  LI_WEI,
  TICKET,
  ticketAfter,
  WANG_FANG,
} from '../testing/ticket.builders.js';
import { technicianDay } from './technician-day/technician-day.projection.js';
import { ticketBoard } from './ticket-board/ticket-board.projection.js';
import { ticketDetail } from './ticket-detail/ticket-detail.projection.js';

/* Two are there. Li Wei interrupts the work at 11:50 and leaves, to come back at 14:00; Wang Fang stays on. */

const given = givenFor(ticketDecider.decide);
const visit = 1;
const by = WANG_FANG;
const added = event('TechnicianAdded', { visit, technician: by.id }, '08:25');
const came = event('TechnicianArrived', { visit, technician: by.id }, '09:45', by);
const interrupted = [
  ...[past.opened(), past.scheduled(), added, ...site.working.slice(2), came],
  site.suspended({ resumeAt: at('14:00') }, '11:50'),
];
const leavesToComeBack = event(
  'TechnicianLeft',
  { visit, returning: true, technician: LI_WEI.id },
  '11:55',
);
const theyStay = [...interrupted, leavesToComeBack];
const theyLeave = command('LeaveSite', { visit }, '12:10', { by });
const allLeft = event('TechnicianLeft', { visit, awaits: LI_WEI.id }, '12:10', by);

const progress = (...events: TicketEvent[]) => {
  const log = recorded(`ticket-${TICKET}`, events);
  const key = TICKET;
  return [
    ticketAfter(...events).visits[0]!.status,
    rowsOf(ticketBoard, log).get(key)!.visits[0]!.progress,
    rowsOf(technicianDay, log).get(key)!.visits[0]!.progress,
    rowsOf(ticketDetail, log).get(key)!.detail.visits[0]!.progress,
  ];
};

test('[V19] while somebody stays, the visit goes on for whoever leaves to come back', () => {
  given(...interrupted)
    .when(command('LeaveSite', { visit, returning: true }, '11:55'))
    .then(leavesToComeBack);
  expect(progress(...theyStay)).toEqual(['working', 'suspended', 'suspended', 'suspended']);
});

test('[V19] when the last has left, the visit waits for them, and nothing of the end is owed', () => {
  given(...theyStay)
    .when(theyLeave)
    .then(allLeft);
  expect(progress(...theyStay, allLeft)).toEqual(['away', 'away', 'away', 'away']);
  const asked = diaryCommands([allLeft], ticketAfter(...theyStay), { commandId: 'c' });
  expect(asked.flatMap(({ commands }) => commands.map(({ type }) => type))).toEqual(['EndStay']);
});

test('[V7] [V19] they come back to it at the hour agreed, and hours are theirs again', () => {
  const back = command('RecordArrival', { visit }, '14:00', { known: { elsewhere: [] } });
  const events = given(...theyStay, allLeft)
    .when(back)
    .events();
  expect(events).toEqual([event('TechnicianArrived', { visit }, '14:00')]);
  const now = ticketAfter(...theyStay, allLeft, ...events).visits[0];
  expect(now).toMatchObject({ status: 'working', present: [LI_WEI.id], apart: false });
  expect(now!.own[LI_WEI.id]).toMatchObject({ leftAt: undefined, returning: undefined });
});

test('[V19] where the work went on meanwhile, the visit ends with the last who leaves', () => {
  const resumed = event('WorkResumed', { visit, customerWishes: '请继续' }, '12:00', by);
  const [left] = given(...theyStay, resumed)
    .when(theyLeave)
    .events();
  expect(left).toEqual(event('TechnicianLeft', { visit }, '12:10', by));
  expect(progress(...theyStay, resumed, left!)).toEqual(['left', 'left', 'left', 'left']);
});

test('[V19] told late, after whoever stayed has left, it is the interruption all the same', () => {
  const [theirs] = given(...interrupted)
    .when(theyLeave)
    .events();
  const events = given(...interrupted, theirs!)
    .when(inBatch(command('LeaveSite', { visit, returning: true }, '11:55')))
    .events();
  expect(events).toEqual([event('TechnicianLeft', { visit, returning: true }, '11:55')]);
  const all = [...interrupted, theirs!, ...events];
  expect(progress(...all)).toEqual(['away', 'away', 'away', 'away']);
});

test('[V19] the account says who comes back when nobody is there any more', () => {
  const told = (language: 'zh' | 'en') =>
    ticketAccount(
      [...theyStay, allLeft].map((each, index) => ({
        ...{ ...each, articles: [], version: index + 1, recordedAt: each.occurredAt },
      })),
      language,
      new Map([
        [LI_WEI.id, '李伟'],
        [by.id, '王芳'],
      ]),
    )
      .map(({ text }) => text)
      .filter((text) => /12:10/.test(text));
  expect(told('zh')).toEqual(['3月2日 12:10 技术员王芳离开现场；技术员李伟约定14:00返回。']);
  expect(told('en')).toEqual([
    '2 March, 12:10  Technician 王芳 left the site; technician 李伟 is to come back at 14:00.',
  ]);
});

/* Both leave to come back at 14:00. Li Wei is back then; Wang Fang comes at 15:00, or does not come. */

const bothAway = [
  ...interrupted,
  event('TechnicianLeft', { visit, returning: true, technician: by.id }, '11:55', by),
  event('TechnicianLeft', { visit, returning: true }, '11:56'),
];
const oneBack = [...bothAway, event('TechnicianArrived', { visit }, '14:00')];
const missed = event(
  'CrewNoShowRecorded',
  { visit, technician: by.id, ofReturn: true, reason: '另有急修' },
  '14:40',
  DISPATCHER,
);
const corrected = [
  event('TechnicianArrived', { visit, technician: by.id }, '15:00', by),
  event('CrewNoShowCorrected', { visit, technician: by.id, noShowAt: at('14:40') }, '15:00', by),
];

test('[V7] whoever did not come back is shown wherever the visit is, until they are told to have', () => {
  const shown = (...events: TicketEvent[]) => {
    const log = recorded(`ticket-${TICKET}`, events);
    const { detail } = rowsOf(ticketDetail, log).get(TICKET)!;
    const [made] = detail.visits;
    const { noShows, missed: ofDetail, came: who } = made!;
    const others = [rowsOf(ticketBoard, log), rowsOf(technicianDay, log)].map(
      (rows) => rows.get(TICKET)!.visits[0]!.missed,
    );
    const named = noShows.map(({ technician, ofReturn }) => [technician, ofReturn]);
    return { missed: [ofDetail, ...others], named, who };
  };
  const both = [LI_WEI.id, by.id];
  expect(shown(...oneBack)).toEqual({ missed: [[], [], []], named: [], who: both });
  expect(shown(...oneBack, missed)).toEqual({
    missed: [[by.id], [by.id], [by.id]],
    named: [[by.id, true]],
    who: both,
  });
  expect(shown(...oneBack, missed, ...corrected)).toEqual({
    missed: [[], [], []],
    named: [],
    who: both,
  });
  expect(progress(...oneBack, missed)).toEqual(['working', 'suspended', 'suspended', 'suspended']);
});

test('[V7] the account says who came back late, and who did not come back', () => {
  const told = (language: 'zh' | 'en', ...events: TicketEvent[]) =>
    ticketAccount(
      events.map((each, index) => ({
        ...{ ...each, articles: [], version: index + 1, recordedAt: each.occurredAt },
      })),
      language,
      new Map([
        [LI_WEI.id, '李伟'],
        [by.id, '王芳'],
      ]),
    )
      .map(({ text }) => text)
      .join('\n');
  expect(told('zh', ...oneBack, corrected[0]!)).toContain(
    '15:00 技术员王芳到场，比约定时间晚 1 小时，事先未通知客户。',
  );
  expect(told('en', ...oneBack, corrected[0]!)).toContain(
    '王芳 arrived on site, 1 hour later than agreed; the customer had not been told.',
  );
  expect(told('zh', ...oneBack)).toContain('14:00 技术员李伟到场，在约定时间之内。');
  expect(told('zh', ...oneBack, missed)).toContain(
    '技术员王芳失约，本人没有按约定返回，原因：“另有急修”',
  );
  expect(told('en', ...oneBack, missed)).toContain(
    '王芳, who did not come back as agreed: “另有急修”',
  );
  expect(told('zh', ...oneBack, missed, ...corrected)).toContain('技术员王芳实际返回过');
  expect(told('en', ...oneBack, missed, ...corrected)).toContain('王芳 did come back');
});
