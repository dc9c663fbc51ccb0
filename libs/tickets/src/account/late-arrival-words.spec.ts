import { expect, test } from '@jest/globals';
import { delayNotified, opened, scheduled } from '../testing/past.js';
import { event, span } from '../testing/ticket.builders.js';
import { ticketAccount } from './account.js';

const arrivalAt = (time: string, language: 'zh' | 'en') =>
  ticketAccount(
    [
      opened(),
      scheduled({ window: span('15:00', '16:00') }),
      delayNotified('16:30', '15:30'),
      event('TechnicianArrived', { visit: 1 }, time),
    ].map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt })),
    language,
  )
    .map(({ text }) => text)
    .join('\n');

test('[V7] an arrival later than the notice said is told by both times', () => {
  expect(arrivalAt('17:10', 'zh')).toContain(
    '比约定时间晚 1 小时 10 分钟，比通知客户的时间晚 40 分钟',
  );
  expect(arrivalAt('17:10', 'en')).toMatch(
    /40 minutes later than the time the customer had been told/,
  );
  expect(arrivalAt('16:20', 'en')).toContain('the customer had been told in time');
});
