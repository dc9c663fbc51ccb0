import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { MoneyDemandWithdrawn, MoneyKept } from '@app/tickets';
import { openCaseWhenMoneyIsKept } from './open-case-when-money-is-kept.js';

const { given } = processOf(openCaseWhenMoneyIsKept);
const event = eventOf<MoneyKept | MoneyDemandWithdrawn>(LI_WEI);
const of = (...events: Parameters<typeof recorded>[1]) => recorded('ticket-T-1', events);
const demandedAt = at('00:00', 2);
const said = { visit: 2, employee: 'li-wei', amount: '180.00', demandedAt };
const isKept = (occurredAt: string, employee = 'li-wei') =>
  event('MoneyKept', { ...said, employee }, occurredAt);
const withdrawn = (rest: string, demanded = demandedAt) =>
  event('MoneyDemandWithdrawn', { ...said, demandedAt: demanded, rest }, at('09:00', 9));

const to = (type: string, happenedAt: string, year: string, data: object = {}) => ({
  category: 'standing',
  id: 'li-wei',
  type,
  data: { employee: 'li-wei', year, article: 'D40', matter: 'T-1/2', happenedAt, ...data },
});
const opens = (happenedAt: string, year = '2026') =>
  to('OpenCase', happenedAt, year, {
    clause: 'income-kept',
    facts:
      '工单 T-1 第 2 次上门收取的 180.00 元，催缴后逾期仍未上交 / 180.00 yuan collected on visit 2 of ticket T-1 were not handed over in the term after a demand',
  });

const LAST = '2026-12-31T15:59:59.999Z';

test.each([
  [LAST, '2026'],
  ['2026-12-31T16:00:00.000Z', '2027'],
])('[D40] money kept at %s opens a case in %s', (happenedAt, year) => {
  given(...of(isKept(happenedAt))).thenCommands(opens(happenedAt, year));
});

test('[D40] users who are no employees have no case', () => {
  given(...of(isKept(at('09:00'), 'user:operator'))).thenNothing();
});

test('[D40] where the whole demand is withdrawn, so is the case, in the year in which it was opened', () => {
  given(...of(isKept(LAST), withdrawn('0.00'))).thenCommands(
    opens(LAST),
    to('WithdrawCase', LAST, '2026'),
  );
});

test('[D40] a demand that stands in part, or that opened no case, withdraws none', () => {
  given(...of(withdrawn('0.00'))).thenNothing();
  given(...of(isKept(at('09:00')), withdrawn('0.01'))).thenCommands(opens(at('09:00')));
  given(...of(isKept(at('09:00')), withdrawn('0.00', at('08:00')))).thenCommands(
    opens(at('09:00')),
  );
});
