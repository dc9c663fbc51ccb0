import { describe, expect, test } from '@jest/globals';
import type { Language } from '@app/kernel';
import type { TicketEvent } from '../domain/ticket.events.js';
import { at, event, SUPERVISOR } from '../testing/ticket.builders.js';
import { opened, scheduled } from '../testing/past.js';
import { ticketAccount, type TicketRecord } from './account.js';
import { fullTicket } from './testing/full-ticket.js';
import { oneOfEach } from './testing/one-of-each.js';

const told = (events: readonly TicketRecord[], language: Language) =>
  ticketAccount(events, language).map(({ text, heading }) => (heading ? `## ${text}` : text));

const recorded = (events: readonly TicketEvent[]): TicketRecord[] =>
  events.map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt }));

test('a ticket reads in Chinese as a customer or a judge would read it [V4] [V6] [V7] [V17] [V23]', () => {
  expect(told(fullTicket, 'zh')).toEqual([
    '## 受理',
    '2026年3月2日 08:00 客户孙丽（电话 13800000001）热线来电：“空调不制冷”。地址：人民路 8 号 3 单元 502，附近有人民公园东门。由接线员 liu-yang 受理。[N12]',
    '3月2日 08:00 到场时限为 10:00（依服务标准，2 小时）。[B2]',
    '3月2日 08:00 恢复时限为 12:00（依服务标准，4 小时）。[B2]',
    '3月2日 08:10 技术员 li-wei 分析故障：现象“不制冷”，判断原因“电容老化”，需备配件：CAP-35；工具：T-100。[V6]',
    '## 第 1 次上门（员工 li-wei，约定 2026年3月2日 09:00–10:00）',
    '3月2日 08:20 调度员 zhao-min 约定由员工 li-wei 于 09:00–10:00 上门。[V19]',
    '3月2日 08:40 技术员 li-wei 做好上门准备：上岗证未佩戴，工作服已穿着；工具：T-100；配件：CAP-35 × 1。[V3, V4, V5]',
    '3月2日 08:40 记录偏差 1：未佩戴上岗证（员工 li-wei），见 [V4]“形象准备”。',
    '3月2日 09:10 技术员 li-wei 出发。',
    '3月2日 09:10 记录偏差 2：出发前未查阅客户资料（员工 li-wei），见 [V6]“心理准备”。',
    '3月2日 10:20 技术员 li-wei 到达现场，比约定时间晚 20 分钟，事先未通知客户。[V7]',
    '3月2日 10:20 记录偏差 3：迟到，且未在约定时间内提前联系客户（员工 li-wei），见 [V7]“按时上门”。',
    '3月2日 10:21 技术员 li-wei 问候客户，作了自我介绍，出示了证件。[V8]',
    '3月2日 10:23 技术员 li-wei 按服务凭证 W-2023-118 核对服务权益：属收费服务。[V11]',
    '3月2日 10:24 孙丽 同意开始服务。[V11]（此条起 8 条，均记录于 11:19）',
    '3月2日 10:28 技术员 li-wei 检查产品：部件齐全，没有人为破坏痕迹，附照片 1 张。[V13]',
    '3月2日 10:30 技术员 li-wei 向客户说明收费：“已过保修期，本次维修收费”，客户不熟悉产品，用语通俗。[V14, V17]',
    '3月2日 10:32 客户孙丽签字认可报价：人工 80.00 元，配件 48.00 元，合计 128.00 元（人民币壹佰贰拾捌元整）。[V17]',
    '3月2日 10:35 技术员 li-wei 开始维修。[R10]',
    '3月2日 11:10 员工 li-wei 使用配件 CAP-35，数量 1，序列号 C-7781。[R12]',
    '3月2日 11:10 登记员工 li-wei 的工时：10:35–11:10，35 分钟（更换电容）。[R10]',
    '3月2日 11:12 技术员 li-wei 完成维修，原因：未发现故障；测试结果：“出风 12 度”；服务已恢复。[R10]',
    '3月2日 11:15 技术员 li-wei 清理了现场。[V21]',
    '3月2日 11:20 客户孙丽在服务单上签字，评价：满意（4 分，满分 5 分），建议：“来前请打电话”。[V22]',
    '3月2日 11:22 员工 li-wei 收取费用 128.00 元（人民币壹佰贰拾捌元整），微信支付。[V23]',
    '3月2日 11:23 技术员 li-wei 开具收费凭证，号码 S-0042，金额 128.00 元。[V23]',
    '3月2日 11:25 技术员 li-wei 向客户道别，征询了负责人的意见，客户满意。[V26]',
    '3月2日 11:26 技术员 li-wei 离开现场。[R10]',
    '3月2日 11:40 技术员 li-wei 确认这次上门的手续齐全，尚有 3 项偏差待审核。[R10]',
    '## 后续处理',
    '3月2日 15:00 调度员 zhao-min 确认问题已解决：“更换电容，恢复制冷”，尚有 3 项偏差待审核。[R10]',
    '3月2日 16:00 主管 chen-gang 审核偏差 1，认定成立。[V4, R13]',
    '3月2日 16:01 主管 chen-gang 审核偏差 2，予以谅解，理由：“同一客户上周刚去过”。[V6, R13]',
    '3月2日 16:02 主管 chen-gang 审核偏差 3，认定成立，说明：“应提前打电话”。[V7, R13]',
    '3月2日 16:10 调度员 zhao-min 关闭工单，3 项偏差均已审核。[R10]',
    '3月9日 10:00 接线员 liu-yang 以电话方式抽样回访，客户表示满意：“一切正常”。[R6]',
    '## 偏差及其审核',
    '偏差 1：未佩戴上岗证（员工 li-wei），见 [V4]“形象准备”——认定成立。',
    '偏差 2：出发前未查阅客户资料（员工 li-wei），见 [V6]“心理准备”——予以谅解：“同一客户上周刚去过”。',
    '偏差 3：迟到，且未在约定时间内提前联系客户（员工 li-wei），见 [V7]“按时上门”——认定成立。',
    '## 现状',
    '工单已关闭，实际上门 1 次，工时 35 分钟，收款 128.00 元（人民币壹佰贰拾捌元整）。',
  ]);
});

test('the same ticket reads in English', () => {
  expect(told(fullTicket, 'en')).toEqual([
    '## The call',
    '2 March 2026, 08:00  The customer 孙丽 (phone 13800000001) called the hotline: “空调不制冷”. Address: 人民路 8 号 3 单元 502, near 人民公园东门. Taken by hotline agent liu-yang. [N12]',
    '2 March, 08:00  A technician is due on site by 10:00 (under the house standard: 2 hours). [B2]',
    '2 March, 08:00  Service is due to be restored by 12:00 (under the house standard: 4 hours). [B2]',
    '2 March, 08:10  Technician li-wei analysed the fault: symptom “不制冷”, suspected cause “电容老化”; parts needed: CAP-35; tools: T-100. [V6]',
    '## Visit 1 (employee li-wei, agreed for 2 March 2026, 09:00–10:00)',
    '2 March, 08:20  Dispatcher zhao-min arranged for employee li-wei to come at 09:00–10:00. [V19]',
    '2 March, 08:40  Technician li-wei prepared: badge not worn, uniform worn; tools: T-100; parts: CAP-35 × 1. [V3, V4, V5]',
    '2 March, 08:40  Recorded finding 1: the badge was not worn (employee li-wei), see [V4] “Appearance”.',
    '2 March, 09:10  Technician li-wei set out.',
    '2 March, 09:10  Recorded finding 2: nobody reviewed the customer file before the departure (employee li-wei), see [V6] “Preparing the mind”.',
    '2 March, 10:20  Technician li-wei arrived on site, 20 minutes later than agreed; the customer had not been told. [V7]',
    '2 March, 10:20  Recorded finding 3: the technician came later than the customer had been told in time (employee li-wei), see [V7] “Arriving on time”.',
    '2 March, 10:21  Technician li-wei greeted the customer, introduced themselves and showed credentials. [V8]',
    '2 March, 10:23  Technician li-wei checked the entitlement by the service document W-2023-118: chargeable. [V11]',
    '2 March, 10:24  孙丽 agreed to the work. [V11] (this and the next 7 recorded 11:19)',
    '2 March, 10:28  Technician li-wei inspected the product: parts complete, no signs of tampering, with 1 photo. [V13]',
    '2 March, 10:30  Technician li-wei explained the fee: “已过保修期，本次维修收费”, in plain words for a customer new to the product. [V14, V17]',
    '2 March, 10:32  The customer 孙丽 signed the quote: labour 80.00 yuan, parts 48.00 yuan, together 128.00 yuan (one hundred and twenty-eight yuan). [V17]',
    '2 March, 10:35  Technician li-wei began the work. [R10]',
    '2 March, 11:10  Employee li-wei used part CAP-35, quantity 1, serial number C-7781. [R12]',
    '2 March, 11:10  Labour of employee li-wei was logged: 10:35–11:10, 35 minutes (更换电容). [R10]',
    '2 March, 11:12  Technician li-wei finished the repair; cause: no fault was found; test result: “出风 12 度”; service restored. [R10]',
    '2 March, 11:15  Technician li-wei cleaned the site. [V21]',
    '2 March, 11:20  The customer 孙丽 signed the service record, satisfied (4 of 5), suggesting: “来前请打电话”. [V22]',
    '2 March, 11:22  Employee li-wei collected 128.00 yuan (one hundred and twenty-eight yuan) by WeChat Pay. [V23]',
    '2 March, 11:23  Technician li-wei issued receipt S-0042 for 128.00 yuan. [V23]',
    '2 March, 11:25  Technician li-wei took leave; the responsible persons were asked, and the customer was content. [V26]',
    '2 March, 11:26  Technician li-wei left the site. [R10]',
    '2 March, 11:40  Technician li-wei completed the visit, its paper in order; 3 findings still to be reviewed. [R10]',
    '## Afterwards',
    '2 March, 15:00  Dispatcher zhao-min declared the problem solved: “更换电容，恢复制冷”; 3 findings still to be reviewed. [R10]',
    '2 March, 16:00  Supervisor chen-gang reviewed finding 1 and upheld it. [V4, R13]',
    '2 March, 16:01  Supervisor chen-gang reviewed finding 2 and excused it: “同一客户上周刚去过”. [V6, R13]',
    '2 March, 16:02  Supervisor chen-gang reviewed finding 3 and upheld it, remarking: “应提前打电话”. [V7, R13]',
    '2 March, 16:10  Dispatcher zhao-min closed the ticket; all 3 findings had been reviewed. [R10]',
    '9 March, 10:00  Hotline agent liu-yang followed up by phone for a sample; the customer was satisfied: “一切正常”. [R6]',
    '## Findings and their review',
    'Finding 1: the badge was not worn (employee li-wei), see [V4] “Appearance” — upheld.',
    'Finding 2: nobody reviewed the customer file before the departure (employee li-wei), see [V6] “Preparing the mind” — excused: “同一客户上周刚去过”.',
    'Finding 3: the technician came later than the customer had been told in time (employee li-wei), see [V7] “Arriving on time” — upheld.',
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

test('an event that happened before others recorded earlier is told where it happened', () => {
  const late = {
    ...event('TechnicianDeparted', { visit: 1 }, '08:50'),
    version: 4,
    recordedAt: at('12:00'),
  };
  const account = told(
    [...recorded([opened(), scheduled(), event('TechnicianArrived', { visit: 1 }, '09:30')]), late],
    'zh',
  );
  expect(account.slice(4, 6)).toEqual([
    '3月2日 08:50 技术员 li-wei 出发。（记录于 12:00）',
    '3月2日 09:30 技术员 li-wei 到达现场，在约定时间之内。',
  ]);
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
    '3月2日 09:35 主管 chen-gang 经主管决定（所查编号 BC-8842-0071）核对服务权益：在保修期内，理由：“召回延保”。',
  );
  expect(account('en')).toContain("by a supervisor's decision (having looked at BC-8842-0071):");
});

test('[R10] what is quoted can neither forge a line of the account nor turn one around', () => {
  const forged = '不制冷”。\r\n\u20283月2日 09:00 客户\u202e签字\u2066认可';
  const [, call] = told(recorded([opened({ fault: forged, name: '孙\n丽' })]), 'zh');
  expect(call).toContain('“不制冷”。 3月2日 09:00 客户签字认可”');
  expect(call).toContain('客户孙 丽');
  expect(call).not.toMatch(/[\n\r\u2028\p{Bidi_Control}]/u);
});

test('a ticket that was never opened has no account', () => {
  expect(ticketAccount([], 'zh')).toEqual([]);
});
