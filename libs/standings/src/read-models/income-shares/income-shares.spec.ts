import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { decided, laterOf, openedCase } from '../../testing/cases.js';
import { incomeShares } from './income-shares.read-model.js';

const file = openedCase(1, 'D30.extra-service', { income: '600.00', costs: '100.00' });
const act = decided(file, undefined, { share: '100.00' });
const paid = laterOf(file)('SharePaid', { case: 1, amount: '100.00' });
const revoked = laterOf(file)('ActRevoked', { case: 1, reason: '…' });
const rows = (...events: Parameters<typeof recorded>[1]) => [
  ...rowsOf(incomeShares, recorded('standing-li-wei:2026', events) as never).values(),
];

test('[D30] a share is open, due and paid, and says of what, when and by whom', () => {
  const open = { employee: 'li-wei', year: '2026', number: 1, income: '600.00', costs: '100.00' };
  expect(rows(file)).toMatchObject([{ ...open, state: 'open', amount: null }]);
  expect(rows(file, act)).toMatchObject([
    { ...open, state: 'due', amount: '100.00', decidedAt: at('09:30'), paidAt: null },
  ]);
  expect(rows(file, act, paid)).toMatchObject([
    { state: 'paid', amount: '100.00', paidAt: at('09:30'), paidBy: 'chen-gang' },
  ]);
  expect(rows(file, act, revoked)).toMatchObject([{ state: 'revoked' }]);
});

test('[D30] cases of other articles are no shares', () => {
  const other = openedCase(2, 'D26.talks-back');
  expect(rows(other, decided(other))).toEqual([]);
});
