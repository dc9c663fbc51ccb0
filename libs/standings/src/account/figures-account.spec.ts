import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { FiguresEvent } from '../domain/figures/figures.events.js';
import { figuresAccount } from './figures-account.js';

const NAMES = new Map([['chen-gang', '陈刚']]);
const event = eventOf<FiguresEvent>(SUPERVISOR);
const of = { employee: 'he-ying', year: '2026' };
const days = { from: '2026-03-02', until: '2026-03-06' };
const months = [
  { month: '2026-03', amount: '100.00' },
  { month: '2026-04', amount: '120.00' },
];
const adjustment = { of: 'sales', month: '2026-03', amount: '120.00', evidence: [] } as const;
const source = { stream: 'stock-main:CAP-35', entry: 'S-1' };
const paper = { source: '2025 年业绩簿', dated: '2026-01-05' };
const told = (said: FiguresEvent, language: 'zh' | 'en') =>
  [...figuresAccount.tell(recorded('figures-he-ying:2026', [said]) as never, language, NAMES)]
    .map((line) => line?.text)
    .join();

test.each<readonly [string, FiguresEvent, string, string]>([
  [
    'targets',
    event('TargetsSet', { ...of, of: 'sales', months }),
    '主管陈刚下达销售目标（元）2026-03 100.00、2026-04 120.00。',
    'supervisor 陈刚 set the sales target (yuan): 2026-03 100.00, 2026-04 120.00.',
  ],
  [
    'late targets that were confirmed',
    event('TargetsSet', { ...of, of: 'quota', months, reason: '月中到岗', proposal: 2 }),
    '主管陈刚确认第 2 笔手工数字：工时定额（小时）2026-03 100.00、2026-04 120.00（月份开始后下达：“月中到岗”）。',
    'confirmed number 2 by hand: the quota (hours): 2026-03 100.00, 2026-04 120.00 (after the month had begun: “月中到岗”).',
  ],
  [
    'late targets that wait',
    event('FiguresProposed', {
      ...of,
      proposal: 1,
      reason: '月中到岗',
      targets: { of: 'basic-hours', months },
    }),
    '手工录入第 1 笔：基本工时指标（小时）2026-03 100.00、2026-04 120.00，“月中到岗”；待他人确认。',
    'entered figures by hand, number 1: the basic hours: 2026-03 100.00, 2026-04 120.00, “月中到岗”; it waits for somebody else to confirm it.',
  ],
  [
    'a result that waits',
    event('FiguresProposed', { ...of, proposal: 1, reason: '手工单', adjustment }),
    '手工录入第 1 笔：2026-03 销售额（元）更正+120.00，“手工单”；待他人确认。',
    'number 1: sales (yuan) of 2026-03 put right by +120.00, “手工单”; it waits',
  ],
  [
    'a result that was confirmed',
    event('ResultAdjusted', { ...of, ...adjustment, amount: '-8.00', reason: '重复', proposal: 1 }),
    '确认第 1 笔手工数字：2026-03 销售额（元）更正-8.00：“重复”。',
    'confirmed number 1 by hand: sales (yuan) of 2026-03 put right by -8.00: “重复”.',
  ],
  [
    'a result of before it had to be confirmed',
    event('ResultAdjusted', { ...of, ...adjustment, reason: '重复' }),
    '登记 2026-03 销售额（元）更正+120.00：“重复”。',
    'recorded sales (yuan) of 2026-03 put right by +120.00: “重复”.',
  ],
  [
    'what was refused',
    event('FiguresRefused', { ...of, proposal: 1, reason: '不符', months: ['2026-03'] }),
    '不予确认第 1 笔手工数字：“不符”。',
    'refused the figures by hand number 1: “不符”.',
  ],
  [
    'what was counted',
    event('ResultCounted', { ...of, of: 'hours', month: '2026-03', amount: '2.50', source }),
    '2026-03 工时（小时）计入 2.50（stock-main:CAP-35，S-1）。',
    '2.50 counted for the hours of 2026-03 (stock-main:CAP-35, S-1).',
  ],
  [
    'an absence',
    event('AbsenceCounted', { ...of, case: 2, span: { from: at('09:00'), until: at('11:00') } }),
    '第 2 案以旷职论处：2026年3月2日 09:00 至 2026年3月2日 11:00 的工时不计入定额。',
    'Counted absent by case 2: hours from 2 March 2026, 09:00 to 2 March 2026, 11:00 count for no quota.',
  ],
  [
    'an absence that was revoked',
    event('AbsenceLifted', { ...of, case: 2 }),
    '第 2 案的旷职已撤销：其间的工时重新计入。',
    'The absence of case 2 was revoked: hours within it count again.',
  ],
  [
    'leave that waits',
    event('FiguresProposed', { ...of, proposal: 3, reason: '病假', leave: days }),
    '手工录入第 3 笔：请假 2026-03-02 至 2026-03-06，“病假”；待他人确认。',
    'number 3: leave from 2026-03-02 to 2026-03-06, “病假”; it waits for somebody else to confirm it.',
  ],
  [
    'leave that was confirmed',
    event('LeaveRecorded', { ...of, leave: 1, ...days, reason: '病假', proposal: 3 }),
    '主管陈刚确认第 3 笔手工录入，登记第 1 次请假，2026-03-02 至 2026-03-06：“病假”。',
    'supervisor 陈刚 confirmed number 3 by hand, and recorded leave 1, 2026-03-02 to 2026-03-06: “病假”.',
  ],
  [
    'leave of before it had to be confirmed',
    event('LeaveRecorded', { ...of, leave: 1, ...days, reason: '病假' }),
    '主管陈刚登记第 1 次请假，2026-03-02 至 2026-03-06：“病假”。',
    'supervisor 陈刚 recorded leave 1, 2026-03-02 to 2026-03-06: “病假”.',
  ],
  [
    'a withdrawal that waits',
    event('FiguresProposed', {
      ...of,
      proposal: 4,
      reason: '未休',
      withdraws: { leave: 1, ...days },
    }),
    '手工录入第 4 笔：撤回第 1 次请假（2026-03-02 至 2026-03-06），“未休”；待他人确认。',
    'number 4: leave 1 (2026-03-02 to 2026-03-06) to be withdrawn, “未休”; it waits',
  ],
  [
    'a withdrawal that was confirmed',
    event('LeaveWithdrawn', { ...of, leave: 1, ...days, reason: '未休', proposal: 4 }),
    '主管陈刚确认第 4 笔手工录入，撤回第 1 次请假：“未休”。',
    'supervisor 陈刚 confirmed number 4 by hand, and withdrew leave 1: “未休”.',
  ],
  [
    'figures from paper',
    event('OpeningFiguresEntered', {
      ...of,
      entry: 1,
      ...paper,
      figures: [{ of: 'sales', period: '2025', target: '100.00', result: '90.00' }],
    }),
    '自纸面录入期初第 1 笔（“2025 年业绩簿”，2026-01-05）：2025 销售目标（元）100.00，实绩 90.00；待总经理批准。',
    'entered opening entry 1 from paper (“2025 年业绩簿”, 2026-01-05): 2025 sales target (yuan) 100.00, reached 90.00; it waits for the general manager.',
  ],
  [
    'figures from paper that are taken back',
    event('OpeningFiguresEntered', { ...of, entry: 2, ...paper, corrects: 1, figures: [] }),
    '，更正第 1 笔：无；待总经理批准。',
    ', which corrects entry 1: none; it waits',
  ],
  [
    'their approval',
    event('OpeningFiguresApproved', { ...of, entry: 2, corrects: 1 }),
    '批准期初第 2 笔，更正第 1 笔。',
    'approved opening entry 2, which corrects entry 1.',
  ],
])('%s are told in both languages', (_, said, zh, en) => {
  expect(told(said, 'zh')).toContain(zh);
  expect(told(said, 'en').toLowerCase()).toContain(en.toLowerCase());
});
