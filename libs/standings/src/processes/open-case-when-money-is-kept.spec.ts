import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { MoneyKept } from '@app/tickets';
import { openCaseWhenMoneyIsKept } from './open-case-when-money-is-kept.js';

const { given } = processOf(openCaseWhenMoneyIsKept);
const demandedAt = at('00:00', 2);
const isKept = (employee: string, occurredAt: string) =>
  recorded('ticket-T-1', [
    eventOf<MoneyKept>(LI_WEI)(
      'MoneyKept',
      { visit: 2, employee, amount: '180.00', demandedAt },
      occurredAt,
    ),
  ]);

test.each([
  ['2026-12-31T15:59:59.999Z', '2026'],
  ['2026-12-31T16:00:00.000Z', '2027'],
])('[D40] money kept at %s opens a case in %s', (happenedAt, year) => {
  given(...isKept('li-wei', happenedAt)).thenCommands({
    category: 'standing',
    id: 'li-wei',
    type: 'OpenCase',
    data: {
      employee: 'li-wei',
      year,
      article: 'D40',
      clause: 'income-kept',
      facts:
        '工单 T-1 第 2 次上门收取的 180.00 元，催缴后逾期仍未上交 / 180.00 yuan collected on visit 2 of ticket T-1 were not handed over in the term after a demand',
      matter: 'T-1/2',
      happenedAt,
    },
  });
});

test('[D40] users who are no employees have no case', () => {
  given(...isKept('user:operator', at('09:00'))).thenNothing();
});
