import { expect, test } from '@jest/globals';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import {
  arrived,
  closed,
  customerAbsent,
  departed,
  found,
  left,
  opened,
  prepared,
  productReturned,
  productTakenIn,
  rescheduled,
  resolved,
  scheduled,
  visitCancelled,
} from '../testing/past.js';
import { at, event, span } from '../testing/ticket.builders.js';
import { ticketAccount } from './account.js';

const told = (events: readonly TicketEvent[], language: 'zh' | 'en') =>
  ticketAccount(
    events.map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt })),
    language,
  ).map(({ text, heading }) => (heading ? `## ${text}` : text));
const headings = (...events: TicketEvent[]) =>
  (['zh', 'en'] as const).map((language) =>
    told(events, language).filter((text) => text.startsWith('##')),
  );
const moved = rescheduled(span('10:00', '11:00'), { technician: 'wu-di' });
const second = scheduled(
  { visit: 2, technician: 'wang-fang', window: span('14:00', '16:00') },
  '08:25',
);

test('a heading names the appointment that held in the end, and one that was called off says so', () => {
  const [zh, en] = headings(opened(), scheduled(), moved, second, visitCancelled('08:45'));
  expect(zh!.join()).not.toContain('09:00–11:00');
  expect(zh).toContain('## 第 1 次上门（已取消）');
  expect(en).toContain('## Visit 1 (called off)');
  const [only] = headings(opened(), scheduled(), moved);
  expect(only![1]).toContain('（技术员 wu-di，约定 2026年3月2日 10:00–11:00）');
  expect(only![1]).not.toContain('09:00–11:00');
});

test('of visits that go on at once the headings do not alternate; the line says of which it is', () => {
  const events = [
    opened(),
    scheduled(),
    second,
    prepared({}, '08:30'),
    prepared({ visit: 2 }, '08:31'),
    departed('08:50'),
    departed('08:51', 2),
    arrived('09:30'),
    arrived('09:31', 2),
    customerAbsent('09:40', 2),
    left('09:50', 2),
  ];
  const [zh, en] = headings(...events);
  expect(zh!.filter((text) => text.includes('次上门')).map((text) => text.slice(0, 11))).toEqual([
    '## 第 1 次上门（',
    '## 第 2 次上门（',
  ]);
  expect(en!.filter((text) => text.includes('continued'))).toEqual([]);
  expect(told(events, 'zh').join('\n')).toContain('08:51 第 2 次上门：技术员 li-wei 出发。');
  expect(told(events, 'en').join('\n')).toContain('08:51  Visit 2: Technician li-wei set out.');
});

test('[V18] a product’s return is told under the visit that took the product in', () => {
  const events = [
    opened(),
    scheduled(),
    arrived(),
    productTakenIn(),
    left('09:50'),
    { ...second, occurredAt: at('10:00') },
    prepared({ visit: 2 }, '10:05'),
    departed('10:10', 2),
    event(
      'ProductReturned',
      { product: productReturned().data.product, receivedBy: '孙丽' },
      '15:00',
    ),
  ];
  expect(productReturned().data.product).toBe(productTakenIn().data.product);
  const zh = told(events, 'zh');
  const line = zh.findIndex((text) => text.includes('归还产品'));
  expect(zh[line - 1]).toBe('## 第 1 次上门（续）');
});

test('a finding that is withdrawn after the end is told after the end, as its reviews are', () => {
  const withdrawn = event(
    'FindingWithdrawn',
    { finding: 1, article: 'V8', disprovedBy: { type: 'CustomerGreeted', version: 9 } } as never,
    '16:30',
  );
  const events = [
    opened(),
    scheduled(),
    arrived(),
    found(1, 'V8', 'not-greeted'),
    resolved('15:00'),
    closed('16:00'),
    left('16:10'),
    withdrawn,
  ];
  const zh = told(events, 'zh');
  const line = zh.findIndex((text) => text.includes('撤回偏差'));
  expect(zh[line - 1]).toBe('## 后续处理（续）');
});
