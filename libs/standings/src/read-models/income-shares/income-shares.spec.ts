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

test('[D30] what replaces another says what was paid before, and what is to come back', () => {
  const portion = { before: 0, weight: 2, of: 3 };
  const second = openedCase(2, 'D30.extra-service', { replaces: 1, matter: 'T-1/1', portion });
  const next = (share: string) => decided(second, undefined, { share, paidBefore: '100.00' });
  const replaced = laterOf(file)('ActRevoked', { case: 1, replacedBy: 2 });
  const after = (share: string, ...more: Parameters<typeof recorded>[1]) =>
    rows(file, act, paid, second, next(share), replaced, ...more);
  expect(after('120.00')).toMatchObject([
    { state: 'revoked', paid: '100.00' },
    {
      matter: 'T-1/1',
      portion: '2/3',
      amount: '120.00',
      paidBefore: '100.00',
      state: 'due',
      paid: null,
    },
  ]);
  const rest = laterOf(second)('SharePaid', { case: 2, amount: '20.00' });
  expect(after('120.00', rest)[1]).toMatchObject({ state: 'paid', paid: '20.00' });
  expect(after('100.00')[1]).toMatchObject({ state: 'paid', paid: null });
  expect(after('99.99')[1]).toMatchObject({ state: 'due-back', amount: '99.99' });
});

test('[D30] what came to nothing is told as such', () => {
  const dropped = laterOf(file)('CaseDropped', { case: 1, corrected: true });
  expect(rows(file, dropped)).toMatchObject([{ state: 'dropped' }]);
});

test('[D30] cases of other articles are no shares', () => {
  const other = openedCase(2, 'D26.talks-back');
  expect(rows(other, decided(other))).toEqual([]);
});
