import { describe, expect, test } from '@jest/globals';
import type { Instant, Language } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { labourLogged } from '../testing/on-site.past.js';
import {
  arrived,
  closed,
  delayNotified,
  departed,
  left,
  opened,
  reopened,
  repaired,
  resolved,
  scheduled,
  visitCompleted,
  workStarted,
} from '../testing/past.js';
import { at } from '../testing/ticket.builders.js';
import { ticketAccount } from './account.js';

const told = (events: readonly (TicketEvent | [TicketEvent, Instant])[], language: Language) =>
  ticketAccount(
    events.map((each, index) => {
      const [event, recordedAt] = Array.isArray(each) ? each : [each, each.occurredAt];
      return { ...event, articles: [], version: index + 1, recordedAt };
    }),
    language,
  ).map(({ text, heading }) => (heading ? `## ${text}` : text));

/** Li Wei was sent by phone; the dispatcher put the plan down at noon, and Li Wei the visit after that. */
const plannedAfterwards = [
  opened(),
  scheduled({}, '12:00'),
  ...[departed(), arrived('11:20'), workStarted('11:25'), labourLogged('11:25', '11:40')].map(
    (event): [TicketEvent, Instant] => [event, at('12:30')],
  ),
];

describe('a visit whose plan was recorded after it', () => {
  test('stands under its heading, and counts', () => {
    const account = told(plannedAfterwards, 'zh');
    expect(account.slice(2, 8)).toEqual([
      '## 第 1 次上门（技术员 li-wei，约定 2026年3月2日 09:00–11:00）',
      '3月2日 09:00 技术员 li-wei 出发。（此条起 4 条均补记于 12:30）',
      '3月2日 11:20 技术员 li-wei 到场，比约定时间晚 20 分钟，事先未通知客户。',
      '3月2日 11:25 技术员 li-wei 开始维修。',
      '3月2日 11:40 登记技术员 li-wei 的工时（第 1 项）：11:25–11:40，15 分钟（维修）。',
      '3月2日 12:00 调度员 zhao-min 补记：约定由技术员 li-wei 于 09:00–11:00 上门。',
    ]);
    expect(account.at(-1)).toBe('工单处理中，实际上门 1 次，工时 15 分钟。');
  });

  test('reads so in English', () => {
    const account = told(plannedAfterwards, 'en');
    expect(account[2]).toBe('## Visit 1 (technician li-wei, agreed for 2 March 2026, 09:00–11:00)');
    expect(account[3]).toContain(' (this and the next 3 were recorded later, at 12:30)');
    expect(account[7]).toContain(
      'Dispatcher zhao-min put down afterwards that technician li-wei was to come at 09:00–11:00.',
    );
    expect(account.at(-1)).toBe('The ticket is open; 1 visit made; 15 minutes of labour.');
  });

  test('counts also where the plan is not among what is told', () => {
    const account = told([opened(), arrived()], 'zh');
    expect(account).toContain('## 第 1 次上门');
    expect(account.at(-1)).toBe('工单处理中，实际上门 1 次。');
  });
});

test('a call that was put down after the visit still opens the ticket', () => {
  const account = told([opened({}, '12:00'), scheduled({}, '12:01'), arrived()], 'zh');
  expect(account[0]).toContain('第 1 次上门（技术员 li-wei');
  expect(account[2]).toBe('## 受理');
  expect(account[4]).toBe('## 第 1 次上门（续）');
  expect(account.at(-1)).toBe('工单处理中，实际上门 1 次。');
});

test('a notice that was recorded late is known to what happened after it', () => {
  const account = told(
    [opened(), scheduled(), arrived('11:20'), [delayNotified('11:30', '10:30'), at('13:00')]],
    'zh',
  );
  expect(account.slice(4, 6)).toEqual([
    '3月2日 10:30 技术员 li-wei 通知客户将延误并道歉，原因：“堵车”，预计 11:30 到场。（补记于 13:00）',
    '3月2日 11:20 技术员 li-wei 到场，比约定时间晚 20 分钟，已在约定时间之内通知客户。',
  ]);
});

test('what was recorded another day says which, in both languages', () => {
  const past = [opened(), scheduled(), [departed('08:50'), at('12:00', 1)] as const];
  expect(told(past as never, 'zh')[4]).toBe(
    '3月2日 08:50 技术员 li-wei 出发。（补记于 3月3日 12:00）',
  );
  expect(told(past as never, 'en')[4]).toBe(
    '2 March, 08:50  Technician li-wei set out. (recorded later, on 3 March, 12:00)',
  );
});

test('how the ticket stands follows the order of recording, as its decisions did', () => {
  const story = [opened(), resolved('15:00'), closed('16:00'), reopened('15:59')];
  expect(told(story, 'zh').at(-1)).toBe('工单处理中，没有上门。');
  expect(told(story, 'en').at(-1)).toBe('The ticket is open; no visit made.');
});

test('a visit that is taken up again is named in short', () => {
  const account = told(
    [opened(), scheduled(), arrived(), repaired(), left(), resolved('11:05'), visitCompleted()],
    'en',
  );
  expect(account.filter((text) => text.startsWith('##')).slice(1, 4)).toEqual([
    '## Visit 1 (technician li-wei, agreed for 2 March 2026, 09:00–11:00)',
    '## Afterwards',
    '## Visit 1 (continued)',
  ]);
});
