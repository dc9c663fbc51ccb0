import { expect, test } from '@jest/globals';
import { suspended, working } from '../testing/on-site.past.js';
import { delayNotified, opened, scheduled } from '../testing/past.js';
import { at, event, span } from '../testing/ticket.builders.js';
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

test('[V7] a return is told by the very hour that was agreed for it', () => {
  const events = [
    ...working,
    suspended({ resumeAt: at('15:00') }),
    event('TechnicianLeft', { visit: 1, returning: true }, '10:01'),
    event('TechnicianArrived', { visit: 1 }, '15:55'),
  ].map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt }));
  const text = ticketAccount(events, 'zh').map((line) => line.text);
  expect(text.join('\n')).toContain('比约定时间晚 55 分钟，事先未通知客户');
});
