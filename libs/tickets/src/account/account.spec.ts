import { describe, expect, test } from '@jest/globals';
import type { Language } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { at, event, SUPERVISOR } from '../testing/ticket.builders.js';
import { suspended } from '../testing/on-site.past.js';
import { opened, scheduled } from '../testing/past.js';
import { tellTicket, ticketAccount, type TicketRecord } from './account.js';
import { fullTicket } from './testing/full-ticket.js';
import { oneOfEach } from './testing/one-of-each.js';

const NAMES = new Map([
  ['liu-yang', '刘洋'],
  ['li-wei', '李伟'],
  ['zhao-min', '赵敏'],
  ['chen-gang', '陈刚'],
]);

const told = (events: readonly TicketRecord[], language: Language, names = NAMES) =>
  ticketAccount(events, language, names).map(({ text, heading }) =>
    heading ? `## ${text}` : text,
  );

/** What is told of the articles is the first test's own. */
const recorded = (events: readonly TicketEvent[]): TicketRecord[] =>
  events.map((each, index) => ({
    ...each,
    articles: [],
    version: index + 1,
    recordedAt: each.occurredAt,
  }));

test('a ticket reads in Chinese as a customer or a judge would read it [V4] [V6] [V7] [V17] [V23]', () => {
  expect(told(fullTicket, 'zh')).toEqual([
    '## 受理',
    '2026年3月2日 08:00 客户孙丽（电话 13800000001）热线来电：“空调不制冷”。地址：人民路 8 号 3 单元 502，附近有人民公园东门。由接线员刘洋受理。[N12]',
    '3月2日 08:00 到场时限为 10:00（依服务标准，2 小时）。[B2]',
    '3月2日 08:00 排除故障时限为 12:00（依服务标准，4 小时）。[B2]',
    '3月2日 08:10 技术员李伟分析故障：现象“不制冷”，判断原因“电容老化”，需备配件：CAP-35；工具：T-100。[V6]',
    '## 第 1 次上门（技术员李伟，约定 2026年3月2日 09:00–10:00）',
    '3月2日 08:20 调度员赵敏约定由技术员李伟于 09:00–10:00 上门。[V19]',
    '3月2日 08:40 技术员李伟做好上门准备：上岗证未佩戴，工作服已穿着；工具：T-100；配件：CAP-35 × 1。[V3、V4、V5]',
    '3月2日 08:40 记录偏差 1：未佩戴上岗证（技术员李伟），见[V4]“形象准备”。',
    '3月2日 09:10 技术员李伟出发。',
    '3月2日 09:10 记录偏差 2：出发前未查阅客户档案（技术员李伟），见[V6]“心理准备”。',
    '3月2日 10:20 技术员李伟到场，比约定时间晚 20 分钟，事先未通知客户。[V7]',
    '3月2日 10:20 记录偏差 3：迟到，且未在约定时间内提前联系客户（技术员李伟），见[V7]“按时上门”。',
    '3月2日 10:21 技术员李伟问候客户，作了自我介绍，出示了证件。[V8]',
    '3月2日 10:23 技术员李伟按售后服务凭证 W-2023-118 核对服务权益：属收费服务。[V11]',
    '3月2日 10:24 孙丽同意开始服务。[V11]（此条起 8 条均补记于 11:19）',
    '3月2日 10:28 技术员李伟检查产品：部件齐全，没有人为破坏痕迹，附照片 1 张。[V13]',
    '3月2日 10:30 技术员李伟向客户说明收费：“已过保修期，本次维修收费”，客户不熟悉产品，用语通俗。[V14、V17]',
    '3月2日 10:32 客户孙丽签字认可报价：人工 80.00 元（不在保修或合同期内）、配件 48.00 元（不在保修或合同期内）；应付合计 128.00 元（人民币壹佰贰拾捌元整）。[V17]',
    '3月2日 10:35 技术员李伟开始维修。[R10]',
    '3月2日 11:10 技术员李伟使用配件 CAP-35，数量 1，序列号 C-7781（第 1 项）。[R12]',
    '3月2日 11:10 登记技术员李伟的工时（第 2 项）：10:35–11:10，35 分钟（更换电容）。[R10]',
    '3月2日 11:12 技术员李伟完成维修，测试结果：未发现故障，“出风 12 度”；服务已恢复。[R10]',
    '3月2日 11:15 技术员李伟带走了维修产生的垃圾。[V21]',
    '3月2日 11:20 客户孙丽在服务记录上签字，评价：满意（4 分，满分 5 分），建议：“来前请打电话”。[V22]',
    '3月2日 11:22 技术员李伟收取费用 128.00 元（人民币壹佰贰拾捌元整），微信支付。[V23]',
    '3月2日 11:23 技术员李伟开具收费凭证，号码 S-0042，金额 128.00 元。[V23]',
    '3月2日 11:25 技术员李伟向客户告别，询问了有关负责人是否还有其他问题，客户满意。[V26]',
    '3月2日 11:26 技术员李伟离开现场。[R10]',
    '3月2日 11:40 技术员李伟确认这次上门的手续齐全，尚有 3 项偏差待审核。[R10]',
    '## 后续处理',
    '3月2日 15:00 调度员赵敏确认问题已解决：“更换电容，恢复制冷”，尚有 3 项偏差待审核。[R10]',
    '3月2日 16:00 主管陈刚审核偏差 1，认定属实。[V4、R13]',
    '3月2日 16:01 主管陈刚审核偏差 2，予以谅解，理由：“同一客户上周刚去过”。[V6、R13]',
    '3月2日 16:02 主管陈刚审核偏差 3，认定属实，说明：“应提前打电话”。[V7、R13]',
    '3月2日 16:10 调度员赵敏关闭工单，3 项偏差均已审核。[R10]',
    '3月9日 10:00 接线员刘洋以电话方式抽样回访，客户表示满意：“一切正常”。[R6]',
    '## 偏差及其审核',
    '偏差 1：未佩戴上岗证（技术员李伟），见[V4]“形象准备”——认定属实。',
    '偏差 2：出发前未查阅客户档案（技术员李伟），见[V6]“心理准备”——予以谅解：“同一客户上周刚去过”。',
    '偏差 3：迟到，且未在约定时间内提前联系客户（技术员李伟），见[V7]“按时上门”——认定属实。',
    '## 现状',
    '工单已关闭，实际上门 1 次，工时 35 分钟，收款 128.00 元（人民币壹佰贰拾捌元整）。',
  ]);
});

test('the same ticket reads in English', () => {
  expect(told(fullTicket, 'en')).toEqual([
    '## The call',
    '2 March 2026, 08:00  The customer 孙丽 (phone 13800000001) called the hotline: “空调不制冷”. Address: 人民路 8 号 3 单元 502, near 人民公园东门. Taken by hotline agent 刘洋. [N12]',
    '2 March, 08:00  A technician is due on site by 10:00 (under the house standard: 2 hours). [B2]',
    '2 March, 08:00  Service is due to be restored by 12:00 (under the house standard: 4 hours). [B2]',
    '2 March, 08:10  Technician 李伟 analysed the fault: symptom “不制冷”, suspected cause “电容老化”; parts needed: CAP-35; tools: T-100. [V6]',
    '## Visit 1 (technician 李伟, agreed for 2 March 2026, 09:00–10:00)',
    '2 March, 08:20  Dispatcher 赵敏 arranged for technician 李伟 to come at 09:00–10:00. [V19]',
    '2 March, 08:40  Technician 李伟 prepared: badge not worn, uniform worn; tools: T-100; parts: CAP-35 × 1. [V3, V4, V5]',
    '2 March, 08:40  Recorded finding 1: the badge was not worn (technician 李伟), see [V4] “Appearance”.',
    '2 March, 09:10  Technician 李伟 set out.',
    '2 March, 09:10  Recorded finding 2: the technician did not review the customer file before the departure (technician 李伟), see [V6] “Preparing the mind”.',
    '2 March, 10:20  Technician 李伟 arrived on site, 20 minutes later than agreed; the customer had not been told. [V7]',
    '2 March, 10:20  Recorded finding 3: the technician came later than the customer had been told in time (technician 李伟), see [V7] “Arriving on time”.',
    '2 March, 10:21  Technician 李伟 greeted the customer, introduced themselves and showed credentials. [V8]',
    '2 March, 10:23  Technician 李伟 checked the entitlement by the service document W-2023-118: chargeable. [V11]',
    '2 March, 10:24  孙丽 agreed to the work. [V11] (this and the next 7 were recorded later, at 11:19)',
    '2 March, 10:28  Technician 李伟 inspected the product: parts complete, no signs of tampering, with 1 photo. [V13]',
    '2 March, 10:30  Technician 李伟 explained the fee: “已过保修期，本次维修收费”, in plain words for a customer new to the product. [V14, V17]',
    '2 March, 10:32  The customer 孙丽 signed the quote: labour 80.00 yuan (outside the cover), parts 48.00 yuan (outside the cover); to pay together 128.00 yuan (one hundred and twenty-eight yuan). [V17]',
    '2 March, 10:35  Technician 李伟 began the work. [R10]',
    '2 March, 11:10  Technician 李伟 used part CAP-35, quantity 1, serial number C-7781 (entry 1). [R12]',
    '2 March, 11:10  Labour of technician 李伟 was logged (entry 2): 10:35–11:10, 35 minutes (更换电容). [R10]',
    '2 March, 11:12  Technician 李伟 finished the repair; test result: no fault was found, “出风 12 度”; service restored. [R10]',
    '2 March, 11:15  Technician 李伟 took the rubbish of the repair along. [V21]',
    '2 March, 11:20  The customer 孙丽 signed the service record, satisfied (4 of 5), suggesting: “来前请打电话”. [V22]',
    '2 March, 11:22  Technician 李伟 collected 128.00 yuan (one hundred and twenty-eight yuan) by WeChat Pay. [V23]',
    '2 March, 11:23  Technician 李伟 issued receipt S-0042 for 128.00 yuan. [V23]',
    '2 March, 11:25  Technician 李伟 said farewell; the responsible persons were asked whether there was anything else, and the customer was content. [V26]',
    '2 March, 11:26  Technician 李伟 left the site. [R10]',
    '2 March, 11:40  Technician 李伟 completed the visit, its paper in order; 3 findings still to be reviewed. [R10]',
    '## Afterwards',
    '2 March, 15:00  Dispatcher 赵敏 declared the problem solved: “更换电容，恢复制冷”; 3 findings still to be reviewed. [R10]',
    '2 March, 16:00  Supervisor 陈刚 reviewed finding 1 and upheld it. [V4, R13]',
    '2 March, 16:01  Supervisor 陈刚 reviewed finding 2 and excused it: “同一客户上周刚去过”. [V6, R13]',
    '2 March, 16:02  Supervisor 陈刚 reviewed finding 3 and upheld it, remarking: “应提前打电话”. [V7, R13]',
    '2 March, 16:10  Dispatcher 赵敏 closed the ticket; all 3 findings had been reviewed. [R10]',
    '9 March, 10:00  Hotline agent 刘洋 followed up by phone for a sample; the customer was satisfied: “一切正常”. [R6]',
    '## Findings and their review',
    'Finding 1: the badge was not worn (technician 李伟), see [V4] “Appearance” — upheld.',
    'Finding 2: the technician did not review the customer file before the departure (technician 李伟), see [V6] “Preparing the mind” — excused: “同一客户上周刚去过”.',
    'Finding 3: the technician came later than the customer had been told in time (technician 李伟), see [V7] “Arriving on time” — upheld.',
    '## How it stands',
    'The ticket is closed; 1 visit made; 35 minutes of labour; 128.00 yuan (one hundred and twenty-eight yuan) collected.',
  ]);
});

describe('every type of event', () => {
  test.each(Object.keys(oneOfEach) as TicketEvent['type'][])(
    '%s has its sentence in both languages',
    (type) => {
      const happened = {
        ...opened(),
        type,
        data: oneOfEach[type],
        occurredAt: at('10:00'),
      } as TicketEvent;
      const past = type === 'TicketOpened' ? [] : [opened(), scheduled()];
      const lines = (['zh', 'en'] as const).map((language) => {
        const account = ticketAccount(recorded([...past, happened]), language);
        return account.find(({ version }) => version === past.length + 1)!.text;
      });
      const [zh, en] = lines as [string, string];
      expect(zh).toMatch(/^(2026年)?3月2日 10:00 .*\p{Script=Han}.*。$/u);
      expect(en).toMatch(/^2 March( 2026)?, 10:00 {2}[^a-z].+\.$/u);
      expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN|\[object|，，|。。|\.\./);
    },
  );
});

test('[V11] a supervisor’s decision is told as such, with what was looked at', () => {
  const decided = event(
    'EntitlementChecked',
    {
      visit: 1,
      by: 'override',
      reference: 'BC-8842-0071',
      entitlement: { kind: 'in-warranty' },
      overrideReason: '召回延保',
    },
    '09:35',
    SUPERVISOR,
  );
  const account = (language: Language) =>
    told(recorded([opened(), scheduled(), decided]), language)[4];
  expect(account('zh')).toBe(
    '3月2日 09:35 主管陈刚决定按保修期内处理（所查编号 BC-8842-0071），理由：“召回延保”。',
  );
  expect(account('en')).toContain(
    'Supervisor 陈刚 decided that the service is in warranty (having looked at BC-8842-0071), because: “召回延保”.',
  );
});

test('[R10] what is quoted can neither forge a line of the account nor turn one around', () => {
  const forged = '不制冷”。\r\n\u20283月2日 09:00 客户\u202e签字\u2066认可';
  const [, call] = told(recorded([opened({ fault: forged, name: '孙\n丽' })]), 'zh');
  expect(call).toContain('“不制冷’。 3月2日 09:00 客户签字认可”');
  expect(call).toContain('客户孙 丽');
  expect(call).not.toMatch(/[\n\r\u2028\p{Bidi_Control}]/u);
});

test('a quotation inside a quotation has the inner marks', () => {
  const [, call] = told(recorded([opened({ fault: '屏幕显示“E4”' })]), 'zh');
  expect(call).toContain('热线来电：“屏幕显示‘E4’”。');
});

test('a ticket that was never opened has no account', () => {
  expect(ticketAccount([], 'zh')).toEqual([]);
});

test('one, two and more findings are counted as English counts them', () => {
  const closing = (...findings: number[]) =>
    told(recorded([opened(), event('TicketClosed', { findings }, '16:00')]), 'en')[3];
  expect(closing()).toContain('closed the ticket; there were no findings.');
  expect(closing(1)).toContain('its one finding had been reviewed.');
  expect(closing(1, 2)).toContain('both findings had been reviewed.');
  expect(closing(1, 2, 3)).toContain('all 3 findings had been reviewed.');
});

test('[V19] an interruption says why', () => {
  const [, , , , why] = told(recorded([opened(), scheduled(), suspended()]), 'en');
  expect(why).toContain(
    "interrupted the work because the customer rests or eats (on the customer's side; the restoration deadline waits meanwhile), with an apology, the customer's hours asked; to go on at 14:00.",
  );
});

test('a ticket is told little by little: its events are gone through before the first line', () => {
  const many = Array.from({ length: 200 }, () => event('CustomerFileReviewed', {}, '08:30'));
  const told = [...tellTicket(recorded([opened(), ...many]), 'zh')];
  const first = told.findIndex((line) => line !== null);
  expect(first).toBeGreaterThanOrEqual(2 * many.length);
  expect(told.slice(first)).not.toContain(null);
});
