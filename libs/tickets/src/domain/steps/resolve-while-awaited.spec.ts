import type { LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { ticketAccount } from '../../account/account.js';
import * as onSite from '../../testing/on-site.past.js';
import { at, command, DISPATCHER, event, givenFor, LI_WEI } from '../../testing/ticket.builders.js';
import type { ResolveTicket } from '../ticket/ticket.commands.js';
import { resolveTicket } from './resolve-ticket.js';

/* Li Wei interrupted the work at 10:20, to come back at 14:00; the ticket ends before that. */

const given = givenFor(resolveTicket);
const away = [
  ...onSite.working,
  onSite.suspended({ resumeAt: at('14:00') }, '10:20'),
  event('TechnicianLeft', { visit: 1, returning: true }, '10:25'),
];
const TOLD = { channel: 'phone' as const, at: at('13:00'), by: '周敏', apologised: true };
const agreed = { outcome: 'unrepairable', agreedBy: '孙丽', disposal: 'scrapped' } as const;
const ours = { ...agreed, atCustomersWish: false };

function resolved(more: Omit<ResolveTicket['data'], 'summary'>, time: LocalTime = '13:05') {
  const data = { summary: '配件停产', ...more };
  return given(...away)
    .when(command('ResolveTicket', data, time, { by: DISPATCHER }))
    .events();
}

const found = (...asked: Parameters<typeof resolved>) =>
  resolved(...asked).flatMap(({ type, data }) =>
    type === 'FindingRecorded' ? [`${data.person ?? ''} ${data.code}`] : [],
  );

test('[V7] whoever declines, or agrees to the end, knows that nobody comes back', () => {
  expect(found({ outcome: 'declined' })).toEqual([]);
  expect(found(agreed)).toEqual([]);
});

test('[V7] where it is not their wish, they are told before the hour agreed for going on', () => {
  expect(found(ours)).toEqual([`${DISPATCHER.id} change-not-announced`]);
  expect(found({ ...ours, told: TOLD })).toEqual([]);
  const silent = { ...TOLD, apologised: false };
  expect(found({ ...ours, told: silent })).toEqual([`${DISPATCHER.id} delay-without-apology`]);
});

test('[V7] ended only after that hour, the return was missed, and told too late', () => {
  const late = { ...TOLD, at: at('14:01') };
  expect(found({ ...ours, told: late }, '14:05')).toEqual([
    `${LI_WEI.id} no-show`,
    `${DISPATCHER.id} change-told-late`,
  ]);
});

test('[R10] the end lists what it found, and the account says how they were told', () => {
  const events = resolved({ ...ours, told: { ...TOLD, apologised: false } });
  expect(events.at(-1)).toMatchObject({ type: 'TicketResolved', data: { openFindings: [1] } });
  const history = [...away, ...events].map((each, index) => ({
    ...{ ...each, version: index + 1, recordedAt: each.occurredAt },
  }));
  const told = (language: 'zh' | 'en') =>
    ticketAccount(history, language)
      .map(({ text }) => text)
      .join('\n');
  expect(told('zh')).toContain('周敏于 13:00 电话告知客户，未致歉');
  expect(told('zh')).toContain('（员工 zhao-min），“配件停产”');
  expect(told('en')).toContain('周敏 told the customer by phone at 13:00, without an apology');
});
