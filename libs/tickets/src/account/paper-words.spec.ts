import { expect, test } from '@jest/globals';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { cardLeft, farewell, onSite, working } from '../testing/on-site.past.js';
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
