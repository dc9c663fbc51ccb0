import { expect, test } from '@jest/globals';
import { explained, onSite } from '../testing/on-site.past.js';
import { event } from '../testing/ticket.builders.js';
import { ticketAccount } from './account.js';

const told = (data: { explanation?: string; advice?: string }, language: 'zh' | 'en') => {
  const { advice: _, ...rest } = explained('cause').data;
  const given = event('ExplanationGiven', { ...rest, ...data });
  return ticketAccount(
    [...onSite, given].map((each, index) => ({
      ...each,
      version: index + 1,
      recordedAt: each.occurredAt,
    })),
    language,
  )
    .map(({ text }) => text)
    .join('\n');
};

test('[V14] what was explained and what was advised are told apart', () => {
  const both = { explanation: '电容老化', advice: '停用时断电' };
  expect(told(both, 'zh')).toContain('故障原因：“电容老化”，并建议：“停用时断电”。');
  expect(told(both, 'en')).toContain('of the fault: “电容老化”, and advised: “停用时断电”.');
});

test('[V14] nothing is told of advice that nobody gave', () => {
  expect(told({ explanation: '电容老化' }, 'zh')).toContain('故障原因：“电容老化”。');
  expect(told({ advice: '停用时断电' }, 'en')).toContain('of the fault: “停用时断电”.');
});
