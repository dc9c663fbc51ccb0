import { expect, test } from '@jest/globals';
import type { TicketEvent } from '../domain/ticket/ticket.events.js';
import { opened } from '../testing/past.js';
import { at, event, HOTLINE } from '../testing/ticket.builders.js';
import { ticketAccount } from './account.js';

const lines = (events: readonly TicketEvent[], language: 'zh' | 'en') =>
  ticketAccount(
    events.map((each, index) => ({ ...each, version: index + 1, recordedAt: each.occurredAt })),
    language,
  ).map(({ text }) => text);

const both = (...events: TicketEvent[]) => ({
  zh: lines(events, 'zh')[events.length]!,
  en: lines(events, 'en')[events.length]!,
});

test('[N12] agreement, place of delivery, way of payment and the signature of a walk-in are told', () => {
  const { zh, en } = both(
    opened({
      source: 'walk-in',
      agreement: '修好再付',
      deliveryPlace: '一楼收发室',
      paymentMethod: 'wechat',
      signature: { name: '孙丽', role: 'customer', signedAt: at('08:00'), image: 'a'.repeat(64) },
    }),
  );
  expect(zh).toContain(
    '附近有人民公园东门。约定：“修好再付”，送货地点：“一楼收发室”，付款方式：微信支付。由接线员 liu-yang 受理，客户孙丽签字。',
  );
  expect(en).toContain(
    'near 人民公园东门. Agreement: “修好再付”. Place of delivery: “一楼收发室”. To be paid by WeChat Pay. Taken by hotline agent liu-yang; the customer 孙丽 signed it.',
  );
});

test('[N12] a correction is told with what was before', () => {
  const data = {
    name: '孙莉',
    landmark: null,
    before: { name: '孙丽', landmark: '人民公园东门' },
    reason: '客户来电更正',
  };
  const { zh, en } = both(opened(), event('IntakeCorrected', data, '08:30', HOTLINE));
  expect(zh).toBe(
    '3月2日 08:30 接线员 liu-yang 更正受理登记：姓名由“孙丽”改为“孙莉”、附近标志物由“人民公园东门”改为不详，原因：“客户来电更正”。[N12]',
  );
  expect(en).toBe(
    '2 March, 08:30  Hotline agent liu-yang corrected what the call was put down as: name “孙莉” instead of “孙丽”, landmark not known instead of “人民公园东门”; because: “客户来电更正”. [N12]',
  );
});

test('[N12] a link to a file is told with the file that the ticket belonged to before', () => {
  const data = {
    customer: 'C-2',
    site: 'S-2',
    name: '东湖大厦物业',
    phone: '13800000001',
    address: '东湖路 1 号',
    landmark: null,
    quietHours: [],
    before: { customer: 'C-1', address: '人民路 8 号' },
    reason: '查到档案',
  };
  const { zh, en } = both(opened(), event('CustomerLinked', data, '08:30', HOTLINE));
  expect(zh).toContain(
    '将工单归入客户档案 C-2（地点 S-2），原为客户档案 C-1；地址由“人民路 8 号”改为“东湖路 1 号”，原因：“查到档案”。',
  );
  expect(en).toContain(
    'linked the ticket to the file of customer C-2 (site S-2), formerly the file of customer C-1; address “东湖路 1 号” instead of “人民路 8 号”; because: “查到档案”.',
  );
});
