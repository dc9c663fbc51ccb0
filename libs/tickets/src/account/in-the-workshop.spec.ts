import { expect, test } from '@jest/globals';
import type { Actor, Language } from '@app/kernel';
import { working } from '../testing/on-site.past.js';
import * as past from '../testing/past.js';
import { event, span, SUPERVISOR, WANG_FANG } from '../testing/ticket.builders.js';
import { ticketAccount } from './account.js';

const NAMES = new Map([
  ['wang-fang', '王芳'],
  ['chen-gang', '陈刚'],
]);
const forWangFang: Actor = { ...SUPERVISOR, onBehalfOf: WANG_FANG.id };

/** What is told of the work in the workshop, by whom it was entered. */
function told(by: Actor, language: Language): string[] {
  const work = [
    event(
      'PartConsumed',
      { visit: 1, sku: 'CAP-35', quantity: 1, entry: 1, technician: 'wang-fang' },
      '14:00',
      by,
    ),
    event(
      'LabourLogged',
      {
        ...{ visit: 1, entry: 2, technician: 'wang-fang', workType: '换电容' },
        ...{ span: span('13:00', '14:30'), hours: '1.50' },
      },
      '18:00',
      by,
    ),
    { ...past.repaired({}, '18:05'), actor: by },
  ];
  const events = [...working, past.productTakenIn(), past.left('10:30'), ...work].map(
    (each, index) => ({ ...each, articles: [], version: index + 1, recordedAt: each.occurredAt }),
  );
  return ticketAccount(events, language, NAMES)
    .map(({ text }) => text)
    .filter((text) => /(14:00|18:0\d) /.test(text))
    .map((text) => text.replace(/^.*?\d\d:\d\d /, ''));
}

test('[V18] what was done in the workshop is told of whoever did it', () => {
  expect(told(WANG_FANG, 'zh')).toEqual([
    '技术员王芳使用配件 CAP-35，数量 1（第 1 项）。',
    '登记技术员王芳的工时（第 2 项）：13:00–14:30，1 小时 30 分钟（换电容）。',
    '技术员王芳完成维修，原因：本公司产品所致；测试结果：“出风 12 度”；服务已恢复。',
  ]);
});

test('[V18] and by whom it was entered in their place, in both languages', () => {
  expect(told(forWangFang, 'zh')).toEqual([
    '技术员王芳使用配件 CAP-35，数量 1（第 1 项）（主管陈刚代录）。',
    '登记技术员王芳的工时（第 2 项）：13:00–14:30，1 小时 30 分钟（换电容）（主管陈刚代录）。',
    '技术员王芳（主管陈刚代录）完成维修，原因：本公司产品所致；测试结果：“出风 12 度”；服务已恢复。',
  ]);
  expect(told(forWangFang, 'en').map((text) => /王芳.*\(.*陈刚.*\)/.test(text))).toEqual([
    true,
    true,
    true,
  ]);
});
