import { expect, test } from '@jest/globals';
import { letterOf } from './letter.js';

const due = {
  ...{ notice: 'n-1', employee: 'li-wei', ticket: 'T-1', district: '西湖区' },
  about: { kind: 'rung-called', rung: 2, name: '值班主管' },
  ...{ attempts: 0, last: false },
} as const;
const mailbox = { employee: 'li-wei', address: 'li.wei@example.com' };

test('a mail names of the customer the ticket and the district, and nothing else', () => {
  expect(letterOf(due, { ...mailbox, language: 'en' })).toEqual({
    to: 'li.wei@example.com',
    messageId: '<n-1@notices.service-centre>',
    subject: 'Ticket T-1 (西湖区): an emergency calls rung 2, “值班主管”',
    text: 'Ticket T-1 (西湖区): an emergency calls rung 2, “值班主管”\n\nSign in, and see and acknowledge it among your notices.\n',
  });
  const about = { kind: 'stock-low', sku: 'CAP-35', name: '电容', unit: '只' } as const;
  const low = { ...about, quantity: 3, minimum: 10, leadDays: 7 };
  const ofNoTicket = { ...due, ticket: null, district: null, about: low };
  expect(letterOf(ofNoTicket, { ...mailbox, language: 'zh' })).toMatchObject({
    subject: '物料 CAP-35（电容）只剩 3 只，低于最低库存 10，订货约需 7 天',
  });
  expect(letterOf({ ...due, district: null }, { ...mailbox, language: 'zh' })).toMatchObject({
    subject: '工单 T-1：紧急情况，呼叫第 2 级“值班主管”',
  });
});
