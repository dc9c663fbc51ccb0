import { expect, test } from '@jest/globals';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { collected, labourLogged, onSite, quoteSigned, working } from '../testing/on-site.past.js';
import {
  arrived,
  delayNotified,
  opened,
  repaired,
  rescheduled,
  scheduled,
} from '../testing/past.js';
import { at, event, span } from '../testing/ticket.builders.js';
import { ticketAccount } from './account.js';

const told = (events: readonly TicketEvent[], language: 'zh' | 'en') =>
  ticketAccount(
    events.map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt })),
    language,
  )
    .map(({ text }) => text)
    .join('\n');
const withSeconds = (time: '11:20' | '11:40', seconds: string) =>
  at(time).replace(':00.000Z', `:${seconds}.000Z`);

test('minutes are told as the times beside them say, whatever their seconds', () => {
  const late = [opened(), scheduled(), arrived(withSeconds('11:20', '45'))];
  expect(told(late, 'zh')).toContain('11:20 技术员 li-wei 到场，比约定时间晚 20 分钟');
  expect(told(late, 'en')).toContain('11:20  Technician li-wei arrived on site, 20 minutes later');
  const logged = labourLogged('11:20', '11:40');
  const data = {
    ...logged.data,
    span: { from: logged.data.span.from, until: withSeconds('11:40', '50') },
  };
  const labour = [...late, { ...logged, data } as TicketEvent];
  expect(told(labour, 'zh')).toContain('11:20–11:40，20 分钟');
  expect(told(labour, 'en')).toContain('20 minutes of labour');
});

test('[V11] an end of cover is told with its date, also on its last day', () => {
  const checked = event(
    'EntitlementChecked',
    {
      visit: 1,
      by: 'document',
      reference: 'W-1',
      entitlement: { kind: 'in-warranty', until: at('23:59'), reference: 'W-1' },
    },
    '09:35',
  );
  expect(told([...onSite, checked], 'zh')).toContain('在保修期内，至 3月2日 23:59。');
  expect(told([...onSite, checked], 'en')).toContain('in warranty, until 2 March, 23:59.');
});

test('[V19] an emergency is said where it is why rest hours do not count', () => {
  const urgent = opened({ emergency: true, source: 'emergency' });
  const noon = span('12:30', '13:30');
  const events = [
    urgent,
    scheduled({ window: noon }),
    rescheduled(noon, {}, '08:30'),
    delayNotified('13:00', '08:40'),
    repaired({}, '12:40'),
  ];
  expect(told(events, 'zh').match(/紧急情况，不受休息和用餐时间限制/g)).toHaveLength(4);
  expect(told(events, 'en').match(/rest and meal hours do not apply/g)).toHaveLength(4);
  const calm = [opened(), ...events.slice(1)];
  expect(told(calm, 'zh')).not.toContain('紧急情况');
});

test('[V23] what is unpaid stands in the present state', () => {
  const paid = [...working, quoteSigned(), repaired(), collected('1.00')];
  expect(told(paid, 'zh').split('\n').at(-1)).toMatch(
    /收款 1\.00 元（人民币壹元整），客户尚欠 \d+\.\d\d 元/,
  );
  expect(told(paid, 'en').split('\n').at(-1)).toMatch(
    /1\.00 yuan \(one yuan\) collected; .* still owed/,
  );
});

test('[V7] of a change that the customer asked for, nobody is said to have told them', () => {
  const asked = { channel: 'phone', at: at('08:28'), by: '何女士', apologised: false } as const;
  const noon = span('12:30', '13:30');
  const events = [opened(), scheduled(), rescheduled(noon, { atCustomersWish: true, told: asked })];
  expect(told(events, 'zh')).toContain('；08:28 电话与客户说定（何女士）');
  expect(told(events, 'en')).toContain('; settled with the customer by phone at 08:28 (何女士)');
  expect(told(events, 'zh')).not.toContain('未致歉');
});
