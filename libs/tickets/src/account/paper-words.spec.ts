import { expect, test } from '@jest/globals';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import {
  cardLeft,
  collected,
  externalCause,
  farewell,
  onSite,
  quoteSigned,
  receiptIssued,
  refunded,
  waived,
  working,
} from '../testing/on-site.past.js';
import { left, productReturned, visitCompleted } from '../testing/past.js';
import { ticketAccount } from './account.js';

const accountOf = (events: readonly TicketEvent[], language: 'zh' | 'en') =>
  ticketAccount(
    events.map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt })),
    language,
  )
    .map(({ text }) => text)
    .join('\n');

test('of a visit on which nothing was done nobody says that its paper is in order', () => {
  const idle = [...onSite, cardLeft(), left(), visitCompleted()];
  expect(accountOf(idle, 'zh')).toContain('结束这次上门，没有维修作业。');
  expect(accountOf(idle, 'zh')).not.toContain('手续齐全');
  expect(accountOf(idle, 'en')).toContain('completed the visit, on which no work was done.');
  expect(accountOf([...working, left(), visitCompleted()], 'zh')).toContain('手续齐全');
});

test('who got a product back is named, and nothing is said of a signature', () => {
  expect(accountOf([...onSite, productReturned()], 'zh')).toContain('孙丽已领回。');
  expect(accountOf([...onSite, productReturned()], 'zh')).not.toContain('签收');
});

test('[V26] the farewell asks whether there is anything else, and says where nobody is there to ask', () => {
  const asked = accountOf([...onSite, farewell()], 'zh');
  expect(asked).toContain('询问了有关负责人是否还有其他问题');
  const alone = farewell({ responsiblePersonsAsked: false, nobodyElse: true });
  expect(accountOf([...onSite, alone], 'zh')).toContain('现场除客户外没有其他负责人');
  expect(accountOf([...onSite, alone], 'en')).toContain('nobody besides the customer');
});

test('[V23] what is unpaid stands in the present state, and in the closing', () => {
  const part = [...working, externalCause(), quoteSigned('500.00'), collected('1.00')];
  const owing = [...part, receiptIssued('1.00'), left()];
  const zh = accountOf(owing, 'zh');
  expect(zh).toContain('收款 1.00 元');
  expect(zh).toContain('客户尚欠 499.00 元');
  expect(accountOf(owing, 'en')).toContain(
    '499.00 yuan (four hundred and ninety-nine yuan) still owed',
  );
  const given = accountOf([...owing, waived('499.00'), refunded('1.00')], 'zh');
  expect(given).toContain('免收 499.00 元');
  expect(given).toContain('退款 1.00 元');
  expect(given).not.toContain('尚欠');
});
