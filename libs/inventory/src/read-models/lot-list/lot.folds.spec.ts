import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsIn } from '@app/projections/src/testing/given-events.js';
import { event, hands } from '../../testing/stock.js';
import { stockBalance } from '../stock-balance/stock-balance.projection.js';
import { lotBalances, lotMoves } from './lot.folds.js';

/* R12: where a lot is, and where it went. */

const A = { lot: 'A', quantity: 2, expires: '2027-01-31' };
const came = event(
  'MaterialTakenIn',
  { ...hands, quantity: 2, value: '24.00', from: 'main', why: 'issued', lots: [A] },
  '09:00',
);
const entry = { ...hands, quantity: 2, ticket: 'T-1', visit: 1, entry: 1 };
const used = event('MaterialUsed', { ...entry, value: '24.00', lots: [A] }, '10:00');
const uncovered = event(
  'MaterialUsed',
  { ...entry, value: '0.00', uncovered: 2, lots: [], lot: 'B' },
  '10:00',
);

const of = (...events: Parameters<typeof recorded>[1]) =>
  recorded('stock-CAP-35:hands-li-wei', events);

test('[R12] of a lot that has gone there is no row', () => {
  expect([...rowsIn(stockBalance, lotBalances, of(came)).values()]).toEqual([
    {
      ...{ id: 'CAP-35:A:hands-li-wei', sku: 'CAP-35', lot: 'A', place: 'hands-li-wei' },
      ...{ thousandths: '2000', expires: '2027-01-31' },
    },
  ]);
  expect(rowsIn(stockBalance, lotBalances, of(came, used)).size).toBe(0);
});

test('[R12] a recall also finds the ticket that names a lot which was not in hand', () => {
  expect([...rowsIn(stockBalance, lotMoves, of(came, used, uncovered)).values()]).toMatchObject([
    { lot: 'A', kind: 'MaterialTakenIn', thousandths: '2000', ticket: null },
    { lot: 'A', kind: 'MaterialUsed', thousandths: '-2000', ticket: 'T-1' },
    { lot: 'B', kind: 'MaterialUsed', thousandths: '0', ticket: 'T-1' },
  ]);
});
