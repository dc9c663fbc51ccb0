import { describe, expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { HOTLINE, MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { StandingEvent } from '../domain/standing.events.js';
import { openedCase, THE_EMPLOYEE } from '../testing/cases.js';
import { standingAccount } from './standing-account.js';

const NAMES = new Map([
  ['he-ying', '何英'],
  ['chen-gang', '陈刚'],
  ['ma-guoqiang', '马国强'],
  ['liu-yang', '刘洋'],
  ['xu-qiang', '许强'],
]);
const event = eventOf<StandingEvent>(SUPERVISOR);
const told = (said: StandingEvent, language: 'zh' | 'en') =>
  [...standingAccount.tell(recorded('standing-he-ying:2026', [said]) as never, language, NAMES)]
    .map((line) => line?.text)
    .join();

type Said = readonly [string, StandingEvent, string, string];
const hash = 'a'.repeat(64);

const fromReportToAct: readonly Said[] = [
  [
    'reported',
    openedCase(1, 'D28.report', { facts: '二月报表未缴', reporter: 'xu-qiang' }),
    '接线员刘洋就员工何英立第 1 案（D28.report，应缴报表未缴，版本 2026.1），报告人许强：“二月报表未缴”。',
    'hotline agent 刘洋 opened case 1 about employee 何英 (D28.report, a required report was not handed in, edition 2026.1), reported by 许强: “二月报表未缴”.',
  ],
  [
    'opened by what a subordinate did',
    openedCase(1, 'D18.unreported', {
      facts: '未呈报 / had not reported it',
      because: [2],
      causedBy: { employee: 'he-ying', year: '2026' },
    }),
    '，由员工何英的 2026 年度第 2 案引起：“未呈报”。',
    ', brought about by case 2 of employee 何英 in 2026: “had not reported it”.',
  ],
  [
    'opened by three major demerits',
    openedCase(4, 'D26.disobeys', { facts: '三次 / three', because: [1, 2, 3] }),
    '，由第 1、2、3 案引起：“三次”。',
    ', brought about by cases 1, 2, 3: “three”.',
  ],
  [
    'opened as figures were corrected',
    openedCase(3, 'D28.report', { evaluated: true, facts: '更正 / corrected', replaces: 2 }),
    '，更正第 2 案：“更正”。',
    ', which corrects case 2: “corrected”.',
  ],
  [
    'verified',
    event('CaseVerified', { case: 1, result: '属实', evidence: [hash] }),
    '主管陈刚查实第 1 案：“属实”。',
    'supervisor 陈刚 verified case 1: “属实”.',
  ],
  [
    'dropped by somebody',
    event('CaseDropped', { case: 1, reason: '查无实据' }),
    '主管陈刚对第 1 案撤案：“查无实据”。',
    'supervisor 陈刚 dropped case 1: “查无实据”.',
  ],
  [
    'dropped with what it followed from',
    event('CaseDropped', { case: 4, because: 3 }),
    '对第 4 案撤案，因第 3 案的处理已撤销。',
    'dropped case 4, as the act of case 3 was revoked.',
  ],
  [
    'dropped as figures were corrected',
    event('CaseDropped', { case: 4, corrected: true }),
    '对第 4 案撤案，因数字已更正。',
    'dropped case 4, as figures were corrected.',
  ],
  [
    'proposed, with its hearing',
    event('ActProposed', {
      case: 1,
      measures: ['absence', 'demerit'],
      hearingUntil: at('00:00', 4),
    }),
    '主管陈刚提议第 1 案以旷职论处、记过，陈述期至 2026年3月6日 00:00。',
    'supervisor 陈刚 proposed in case 1: counted as absent, demerit, hearing until 6 March 2026, 00:00.',
  ],
  [
    'proposed as grave',
    event('ActProposed', { case: 1, measures: ['dismissal'], gravity: '泄漏报价' }),
    '提议第 1 案解雇，情节严重：“泄漏报价”。',
    'proposed in case 1: dismissal, grave: “泄漏报价”.',
  ],
  [
    'proposed to be taken back',
    event('ActProposed', { case: 3, measures: [] }),
    '提议第 3 案撤回所更正的处理。',
    'proposed in case 3: the act that it corrects is taken back.',
  ],
  [
    'heard',
    event('EmployeeHeard', { case: 1, statement: '当日生病' }, '09:00', THE_EMPLOYEE),
    '营业人员何英就第 1 案陈述：“当日生病”。',
    'sales representative 何英 made a statement in case 1: “当日生病”.',
  ],
  [
    'heard on paper',
    event('EmployeeHeard', { case: 1, statement: '当日生病', evidence: [hash] }),
    '主管陈刚据本人签字的书面陈述，代录第 1 案的陈述：“当日生病”。',
    'supervisor 陈刚 took down the statement in case 1 from paper that the employee signed: “当日生病”.',
  ],
  [
    'decided',
    event('ActDecided', {
      case: 1,
      measures: ['demerit'],
      points: -3,
      appealUntil: at('00:00', 15),
    }),
    '主管陈刚决定第 1 案记过（−3 分）；可于 2026年3月17日 00:00 前向总经理申诉。',
    'supervisor 陈刚 decided in case 1: demerit (−3 points); it can be appealed against to the general manager before 17 March 2026, 00:00.',
  ],
  [
    'decided to be taken back',
    event('ActDecided', { case: 3, measures: [], points: 0, appealUntil: at('00:00', 15) }),
    '决定第 3 案撤回所更正的处理；可于',
    'decided in case 3: the act that it corrects is taken back; it can be appealed',
  ],
  [
    'decided to be paid',
    event('ActDecided', {
      case: 1,
      measures: ['income-share'],
      points: 0,
      share: '66.67',
      appealUntil: at('00:00', 15),
    }),
    '决定第 1 案创收奖励，奖励 66.67 元；可于',
    'decided in case 1: share of the net income, 66.67 yuan; it can be',
  ],
  [
    'declined',
    event('ActDeclined', { case: 1, condition: '报表已缴' }),
    '主管陈刚对第 1 案不予处理，条件不成立：“报表已缴”。',
    'supervisor 陈刚 declined an act in case 1, as a condition does not hold: “报表已缴”.',
  ],
];

const afterwards: readonly Said[] = [
  [
    'transferred',
    event('TransferOrdered', { case: 1, department: 'repair', from: '2026-04-01' }),
    '第 1 案：自 2026-04-01 起调往维修部。',
    'Case 1: transferred to repair from 2026-04-01 on.',
  ],
  [
    'succeeded',
    event('SuccessorNamed', { case: 1, successor: 'xu-qiang' }),
    '第 1 案：其部属、复核与审批由员工许强接任。',
    'Case 1: employee 许强 takes over subordinates, reviews and approvals.',
  ],
  [
    'appealed against',
    event('AppealFiled', { case: 1, grounds: '已补缴' }, '09:00', THE_EMPLOYEE),
    '营业人员何英就第 1 案申诉：“已补缴”。',
    'sales representative 何英 appealed in case 1: “已补缴”.',
  ],
  [
    'appealed against on paper',
    event(
      'AppealFiled',
      { case: 1, grounds: '已补缴', paper: { cameInOn: '2026-03-05', file: hash } },
      '09:00',
      HOTLINE,
    ),
    '接线员刘洋代录本人就第 1 案的书面申诉，2026-03-05 收到：“已补缴”。',
    'hotline agent 刘洋 entered the employee’s appeal in case 1, which came in on paper on 2026-03-05: “已补缴”.',
  ],
  [
    'revoked',
    event(
      'ActRevoked',
      { case: 1, reason: '误会', opinionBy: 'xu-qiang', opinion: hash },
      '09:00',
      MANAGER,
    ),
    '总经理马国强撤销第 1 案的处理，据许强的书面意见：“误会”。',
    'general manager 马国强 revoked the act of case 1, on the written opinion of 许强: “误会”.',
  ],
  [
    'replaced',
    event('ActRevoked', { case: 1, replacedBy: 3 }),
    '撤销第 1 案的处理，由第 3 案更正。',
    'revoked the act of case 1, as case 3 corrects it.',
  ],
  [
    'reduced',
    event('ActReduced', { case: 1, measures: ['transfer'], points: 0, reason: '初次' }),
    '将第 1 案减轻为调离：“初次”。',
    'reduced the act of case 1 to transfer: “初次”.',
  ],
  [
    'left as it is',
    event('AppealRejected', { case: 1, reason: '事实清楚' }),
    '驳回第 1 案的申诉：“事实清楚”。',
    'rejected the appeal in case 1: “事实清楚”.',
  ],
  [
    'paid',
    event('SharePaid', { case: 1, amount: '66.67' }),
    '发放第 1 案的创收奖励 66.67 元。',
    'paid 66.67 yuan for case 1.',
  ],
];

const figures = (holds: boolean) => ({
  clause: 'D24.half-year',
  figures: [{ period: '2026-H1', target: '100.00', result: '69.99' }],
  holds,
});
const evaluated = (judged: readonly ReturnType<typeof figures>[]) =>
  event('PeriodEvaluated', {
    employee: 'he-ying',
    year: '2026',
    period: '2026-H1',
    edition: '2026.1',
    department: 'sales',
    judged,
  });
const ofTheYear: readonly Said[] = [
  [
    'evaluated',
    evaluated([figures(true)]),
    '考核 2026-H1（版本 2026.1）：D24.half-year 成立（2026-H1 69.99/100.00）。',
    '2026-H1 was evaluated (edition 2026.1): D24.half-year holds (2026-H1 69.99/100.00).',
  ],
  ['evaluated, and not met', evaluated([figures(false)]), 'D24.half-year 不成立', 'does not hold'],
  ['evaluated without targets', evaluated([]), '没有指标', 'no targets'],
  [
    'short of goods',
    event('ShortageRecorded', {
      employee: 'he-ying',
      year: '2026',
      stocktake: 'ST-1',
      at: at('09:00'),
      amount: '120.00',
    }),
    '盘点 ST-1（2026年3月2日 09:00）：所保管的商品短少 120.00 元，未作说明。',
    'Stocktake ST-1 (2 March 2026, 09:00): goods worth 120.00 yuan were missing',
  ],
  [
    'brought its profit',
    event('ProfitNoted', { case: 1, by: { year: '2027', case: 2 } }),
    '第 1 案的采用已获利，另立 2027 年度第 2 案。',
    'The adoption of case 1 has brought its profit: case 2 of 2027.',
  ],
  [
    'closed',
    event('YearClosed', { year: '2026' }, '09:00', MANAGER),
    '总经理马国强结算 2026 年度。',
    'general manager 马国强 closed the year 2026.',
  ],
  [
    'reopened',
    event('YearReopened', { year: '2026', reason: '补报' }, '09:00', MANAGER),
    '总经理马国强重开 2026 年度：“补报”。',
    'general manager 马国强 reopened the year 2026: “补报”.',
  ],
];

describe.each([
  ['A case', fromReportToAct],
  ['An act', afterwards],
  ['A year', ofTheYear],
] as const)('%s is told in both languages', (_, all) => {
  test.each(all.map(([name, ...rest]) => [name, rest] as const))(
    'where it is %s',
    (_name, [said, zh, en]) => {
      expect(told(said, 'zh')).toContain(zh);
      expect(told(said, 'en').toLowerCase()).toContain(en.toLowerCase());
    },
  );
});
