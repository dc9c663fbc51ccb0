import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { MaterialSold, MaterialTakenBack } from '@app/inventory';
import { LI_WEI, STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { LabourCorrected, LabourLogged, LabourWithdrawn } from '@app/tickets';
import { countHoursOfTheTechnician } from './count-hours-of-the-technician.js';
import { countSalesOfTheSeller } from './count-sales-of-the-seller.js';

const sales = processOf(countSalesOfTheSeller);
const hours = processOf(countHoursOfTheTechnician);

const stock = 'stock-main:CAP-35';
const stockEvent = eventOf<MaterialSold | MaterialTakenBack>(STOREKEEPER);
const of = { sku: 'CAP-35', place: 'main', slip: 'S-1', quantity: 2, value: '24.00' };
const sold = (at: string, seller = 'he-ying') =>
  stockEvent(
    'MaterialSold',
    { ...of, seller, customer: '孙丽', price: '48.00', method: 'wechat' },
    at,
  );
const back = (at: string, refund = '24.00', paid?: string) => {
  const data = { ...of, quantity: 1, seller: 'he-ying', refund, ...(paid && { paid }) };
  return stockEvent('MaterialTakenBack', data, at);
};
const counts = (employee: string, data: { month: string; amount: string }, source: object) => ({
  category: 'figures',
  id: employee,
  type: 'CountResult',
  data: { employee, year: data.month.slice(0, 4), ...data, source },
});
const counted = (month: string, amount: string) =>
  counts('he-ying', { of: 'sales', month, amount } as never, { stream: stock, entry: 'S-1' });

test.each([
  ['2026-06-30T15:59:59.999Z', '2026-06'],
  ['2026-06-30T16:00:00.000Z', '2026-07'],
  ['2026-12-31T15:59:59.999Z', '2026-12'],
  ['2026-12-31T16:00:00.000Z', '2027-01'],
])('[D14] what is sold at %s counts for its seller in %s', (at, month) => {
  sales.given(...recorded(stock, [sold(at)])).thenCommands(counted(month, '48.00'));
});

test('[D14] what comes back is taken off the month of its sale, be it in another year', () => {
  sales
    .given(...recorded(stock, [sold('2026-12-31T15:00:00.000Z'), back('2027-01-03T02:00:00.000Z')]))
    .thenCommands(counted('2026-12', '48.00'), counted('2026-12', '-24.00'));
  sales
    .given(...recorded(stock, [back('2027-01-03T02:00:00.000Z')]))
    .thenCommands(counted('2027-01', '-24.00'));
});

test('[D14] what comes back is taken off by what it was sold for, whatever is refunded', () => {
  const at = '2026-06-01T02:00:00.000Z';
  sales
    .given(...recorded(stock, [sold(at), back(at, '0.00', '24.00')]))
    .thenCommands(counted('2026-06', '48.00'), counted('2026-06', '-24.00'));
});

test('[D14] nothing is counted of nothing, or for whoever is no employee', () => {
  const at = '2026-06-01T02:00:00.000Z';
  sales.given(...recorded(stock, [sold(at, 'user:operator')])).thenNothing();
  sales
    .given(...recorded(stock, [sold(at), back(at, '0.00')]))
    .thenCommands(counted('2026-06', '48.00'));
});

const ticket = 'ticket-T-1';
const labour = eventOf<LabourLogged | LabourCorrected | LabourWithdrawn>(LI_WEI);
const said = (from: string, until: string, amount: string) => ({
  workType: '检修',
  span: { from, until },
  hours: amount,
});
const named = { visit: 1, entry: 3, technician: 'li-wei' };
const worked = (month: string, amount: string, { span } = month === '2026-06' ? june : july) =>
  counts('li-wei', { of: 'hours', month, amount, span } as never, { stream: ticket, entry: '3' });
const june = said('2026-06-30T15:59:59.999Z', '2026-06-30T17:00:00.000Z', '1.00');
const july = said('2026-06-30T16:00:00.000Z', '2026-06-30T18:00:00.000Z', '2.00');

test('[D32] [D34] [D36] hours count for whoever worked, in the month in which the work began', () => {
  hours
    .given(...recorded(ticket, [labour('LabourLogged', { ...named, ...june })]))
    .thenCommands(worked('2026-06', '1.00'));
  hours
    .given(...recorded(ticket, [labour('LabourLogged', { ...named, ...july })]))
    .thenCommands(worked('2026-07', '2.00'));
});

test('[D32] hours that are put right or withdrawn are taken off where they had counted', () => {
  const corrected = { ...named, ...july, before: june, reason: '记错日期' };
  const withdrawn = { ...named, before: july, reason: '未到场' };
  hours
    .given(
      ...recorded(ticket, [
        labour('LabourLogged', { ...named, ...june }),
        labour('LabourCorrected', corrected),
        labour('LabourWithdrawn', withdrawn),
      ]),
    )
    .thenCommands(
      worked('2026-06', '1.00'),
      worked('2026-06', '-1.00'),
      worked('2026-07', '2.00'),
      worked('2026-07', '-2.00'),
    );
});
