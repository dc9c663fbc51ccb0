import { expect, test } from '@jest/globals';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import type { ConductKind } from '../domain/ticket/ticket.values.js';
import { onSite } from '../testing/on-site.past.js';
import { opened } from '../testing/past.js';
import { event } from '../testing/ticket.builders.js';
import { ticketAccount } from './account.js';

const accountOf = (events: readonly TicketEvent[], language: 'zh' | 'en') =>
  ticketAccount(
    events.map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt })),
    language,
  )
    .map(({ text }) => text)
    .join('\n');

test.each([
  ['V10', 'gift-taken', '接受吃喝或馈赠', 'taking a meal, a drink or a gift'],
  [
    'V9',
    'rooms-disrespected',
    '不遵守客户环境要求',
    "disregarding what the customer's surroundings",
  ],
  ['V20', 'things-forgotten', '丢三落四', 'forgetting or mislaying things'],
  ['V20', 'knocked-over', '碰翻、碰掉物品', 'knocking things over or down'],
  ['V3', 'rudeness', '对客户无礼', 'rudeness to the customer'],
] as const)('[%s] %s is told by its own words', (_article, kind: ConductKind, zh, en) => {
  const incident = event('ConductIncidentRecorded', {
    visit: 1,
    kind,
    technician: 'li-wei',
    description: '孙丽来电',
    reportedBy: '孙丽',
    photos: [],
  });
  expect(accountOf([...onSite, incident], 'zh')).toContain(zh);
  expect(accountOf([...onSite, incident], 'en')).toContain(en);
});

test('[V11] a name at the beginning of an English sentence stays as it is written', () => {
  const agreed = event('ConsentGiven', { visit: 1, by: 'x' });
  expect(accountOf([...onSite, agreed], 'en')).toContain('x agreed to the work');
});

test('[V11] [B3] consent by an emergency clause is told with the contract and up to which charge', () => {
  const clause = { contract: 'HT-1', upTo: '2000.00' };
  const agreed = event('ConsentGiven', { visit: 1, by: '孙建平', clause });
  expect(accountOf([opened(), agreed], 'zh')).toContain(
    '孙建平已按合同 HT-1 的紧急条款事先同意开始服务，费用以 2000.00 元为限。',
  );
  expect(accountOf([opened(), agreed], 'en')).toContain(
    '孙建平 agreed to the work beforehand, by the emergency clause of contract HT-1, up to 2000.00 yuan.',
  );
});

test('[N12] a landmark that nobody knew is told as unknown, not as absent', () => {
  const call = opened();
  const unknown = [{ ...call, data: { ...call.data, landmark: null } }] as TicketEvent[];
  expect(accountOf(unknown, 'zh')).toContain('附近标志物不详');
  expect(accountOf(unknown, 'zh')).not.toContain('无标志物');
  expect(accountOf(unknown, 'en')).toContain('landmark not known');
});
