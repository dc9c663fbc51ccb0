import { expect, test } from '@jest/globals';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { departed, found, opened, prepared, scheduled } from '../testing/past.js';
import { at, event, span } from '../testing/ticket.builders.js';
import { ticketAccount } from './account.js';
import { oneOfEach } from './testing/one-of-each.js';

const accountOf = (events: readonly TicketEvent[], language: 'zh' | 'en') =>
  ticketAccount(
    events.map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt })),
    language,
  ).map(({ text }) => text);

const both = (last: TicketEvent) =>
  (['zh', 'en'] as const).map((language) => accountOf([opened(), scheduled(), last], language)[4]);

test.each([
  ['in-warranty', '保修期已于 2025年3月1日届满，属收费服务', 'the warranty ended on 1 March 2025'],
  [
    'under-contract',
    '合同期已于 2025年3月1日届满，属收费服务',
    'the contract ended on 1 March 2025',
  ],
  [
    undefined,
    '保修期或合同期已于 2025年3月1日届满，属收费服务',
    'the warranty or contract ended on',
  ],
] as const)('[V11] what ran out is told as ended, not as valid until then: %s', (ended, zh, en) => {
  const until = at('23:59', -366);
  const checked = event('EntitlementChecked', {
    visit: 1,
    by: 'document',
    reference: 'W-1',
    entitlement: { kind: 'chargeable', until, reference: 'W-1' },
    ...(ended && { ended }),
  });
  const [chinese, english] = both(checked);
  expect(chinese).toContain(`核对服务权益：${zh}。`);
  expect(english).toContain(`by the service document W-1: ${en}`);
  expect(english).toContain('; chargeable.');
  expect(`${chinese}${english}`).not.toMatch(/23:59|until|，至/);
});

test.each([
  [
    { kind: 'in-warranty' as const, until: at('08:30') },
    {},
    '报修时在保修期内，至 3月2日 08:30',
    'in warranty at the time of the call, until 2 March, 08:30',
  ],
  [
    { kind: 'chargeable' as const, from: at('00:00', 1), until: at('00:00', 400) },
    { notYet: 'under-contract' as const },
    '合同期自 2026年3月3日起，报修在此之前，属收费服务',
    'the contract begins on 3 March 2026, after the call; chargeable',
  ],
])('[V12] cover is told as it was at the call', (entitlement, more, zh, en) => {
  const told = { visit: 1, by: 'document', reference: 'W-1', entitlement, ...more } as const;
  const [chinese, english] = both(event('EntitlementChecked', { ...told, asOf: at('08:00') }));
  expect(chinese).toContain(zh);
  expect(english).toContain(en);
});

test('[V4] of a preparation that nobody recorded the account says only that', () => {
  const badge = found(1, 'V4', 'badge-missing');
  const unprepared = accountOf([opened(), scheduled(), departed(), badge], 'zh').join('\n');
  expect(unprepared.match(/偏差 1：未登记上门准备（上岗证）（技术员 li-wei）/g)).toHaveLength(2);
  expect(unprepared).not.toContain('未佩戴');
  const ready = [opened(), scheduled(), prepared(), departed(), badge];
  expect(
    accountOf(ready, 'zh')
      .join('\n')
      .match(/偏差 1：未佩戴上岗证/g),
  ).toHaveLength(2);
  expect(accountOf(ready, 'en').join('\n')).toContain('the badge was not worn');
});

test('work that did not restore the service is not told as a finished repair', () => {
  const ended = event('RepairCompleted', {
    ...oneOfEach.RepairCompleted,
    customerWishes: undefined,
  });
  const [zh, en] = both(ended);
  expect(zh).toMatch(/结束本次维修，.*；服务尚未恢复。/);
  expect(zh).not.toContain('完成维修');
  expect(en).toMatch(/ended the work of this visit; .*; service not yet restored\./);
});

test('in English a day stands after “on” and an hour after “at”', () => {
  const planned = (window: ReturnType<typeof span>) =>
    accountOf([opened(), { ...scheduled(), data: { ...scheduled().data, window } }], 'en')[3];
  expect(planned(span('09:00', '10:00', 2))).toContain('to come on 4 March, 09:00–10:00.');
  expect(planned(span('09:00', '10:00'))).toContain('to come at 09:00–10:00.');
});

test('who collects the money is called by the role in which they did it', () => {
  const counter = { id: 'he-ying', role: 'sales' };
  const paid = { visit: 1, amount: '8.00', method: 'cash', collectedBy: 'he-ying' } as const;
  const [zh, en] = both(event('ChargeCollected', paid, '11:00', counter));
  expect(zh).toContain('营业人员 he-ying 收取费用');
  expect(en).toContain('Sales representative he-ying collected');
  const [other] = both(
    event('ChargeCollected', { ...paid, collectedBy: 'wu-di' }, '11:00', counter),
  );
  expect(other).toContain('员工 wu-di 收取费用');
});

test('[V7] an arrival is told as within the agreed time only where it was', () => {
  const afternoon = scheduled({ window: span('15:00', '16:00') });
  const arrival = (time: string, agreedEarlier?: boolean) =>
    (['zh', 'en'] as const).map(
      (language) =>
        accountOf(
          [
            opened(),
            afternoon,
            event('TechnicianArrived', { visit: 1, ...(agreedEarlier && { agreedEarlier }) }, time),
          ],
          language,
        )[4],
    );
  expect(arrival('12:30').join()).toMatch(/早 2 小时 30 分钟，未征得客户同意.*without asking/s);
  expect(arrival('12:30', true).join()).toMatch(/已征得客户同意.*had been asked/s);
  expect(arrival('12:30').join()).not.toMatch(/在约定时间之内|within the agreed time/);
  expect(arrival('15:30').join()).toMatch(/在约定时间之内.*within the agreed time/s);
});

test('[V19] of an emergency the account says that rest hours do not apply', () => {
  const arrival = event('TechnicianArrived', { visit: 1 }, '12:30');
  const urgent = accountOf([opened({ emergency: true }), scheduled(), arrival], 'zh').join();
  expect(urgent).toContain('紧急情况，不受休息和用餐时间限制');
  expect(accountOf([opened(), scheduled(), arrival], 'zh').join()).not.toContain('不受休息');
});
