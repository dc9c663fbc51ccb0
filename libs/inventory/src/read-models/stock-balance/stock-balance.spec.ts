import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { fen, fold } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { rowsIn, rowsOf } from '@app/projections/src/testing/given-events.js';
import { stockDecider } from '../../domain/stock/stock.decider.js';
import { event, hands, main, received } from '../../testing/stock.js';
import { materialList } from '../material-list/material-list.read-model.js';
import { stockBalance, stockMovements } from './stock-balance.projection.js';

const issued = event(
  'MaterialIssued',
  { ...main, quantity: 2, value: '24.00', slip: 'I-1', to: hands.place, ticket: 'T-1' },
  '09:00',
);
const wish = { ...main, slip: 'I-1', quantity: 2, to: hands.place, until: at('09:00', 30) };
const asked = event('MaterialRequested', wish);
const dearer = event('PriceDifferenceBooked', {
  ...main,
  slip: 'R-1',
  unitCost: '12.50',
  difference: '1.50',
  gone: 2,
  reason: 'x',
});
const past = [received(5), asked, issued, dearer];
const stored = recorded('stock-CAP-35:main', past);

test('[R15] the balances say what is where and what it is worth, as the books do', () => {
  const [row] = rowsOf(stockBalance, stored).values();
  const { thousandths, value, ...of } = fold(stockDecider, past)!;
  expect(row).toEqual({
    id: 'CAP-35:main',
    sku: of.sku,
    place: of.place,
    thousandths: thousandths.toString(),
    fen: fen(value).toString(),
  });
});

test('[R15] the ledger has a line for each movement, with what was left after it', () => {
  const lines = [...rowsIn(stockBalance, stockMovements, stored).values()];
  expect(lines).toMatchObject([
    {
      kind: 'MaterialReceived',
      thousandths: '5000',
      fen: '6000',
      leftThousandths: '5000',
      slip: 'R-1',
    },
    { kind: 'MaterialIssued', thousandths: '-2000', fen: '-2400', leftFen: '3600', ticket: 'T-1' },
    { kind: 'PriceDifferenceBooked', thousandths: '0', fen: '150', leftFen: '3750', ticket: null },
  ]);
});

test('[R12] of what was used uncovered only what was in hand goes out', () => {
  const used = {
    ...hands,
    quantity: 3,
    value: '24.00',
    ticket: 'T-1',
    visit: 1,
    entry: 1,
    uncovered: 1,
  };
  const taken = { ...hands, quantity: 2, value: '24.00', from: 'main', why: 'issued' as const };
  const events = [event('MaterialTakenIn', taken), event('MaterialUsed', used)];
  const rows = rowsOf(stockBalance, recorded('stock-CAP-35:hands-li-wei', events));
  expect([...rows.values()]).toMatchObject([{ thousandths: '0', fen: '0' }]);
});

test('[R11] the list of materials shows how each is counted, as it was last said', () => {
  const entry = { sku: 'CAP-35', name: '电容', unit: '只', decimals: 0, class: 'electric' };
  const first = { ...received(1), type: 'MaterialRegistered', data: { ...entry, minimum: 10 } };
  const then = { ...received(1), type: 'MaterialChanged', data: { ...entry, leadDays: 7 } };
  const rows = (...events: object[]) => [
    ...rowsOf(materialList, recorded('material-CAP-35', events as never)).values(),
  ];
  expect(rows(first)).toEqual([{ ...entry, minimum: '10', leadDays: null, tracked: null }]);
  expect(rows(first, then)).toEqual([{ ...entry, minimum: null, leadDays: 7, tracked: null }]);
});

test('[R15] [R16] what a stocktake adjusts stands in ledger and balance as a kind of its own, at the moment of the count', () => {
  const count = { ...main, stocktake: 'ST-1', countedAt: at('08:30') };
  const adjusted = { ...count, counted: 4, book: 5, quantity: -1, value: '-12.00' };
  const past = [
    received(5),
    event('StockAdjusted', adjusted, '18:00'),
    event('StockCountUpheld', { ...count, quantity: 1, value: '12.00', toldLate: 'x' }, '19:00'),
  ];
  const stored = recorded('stock-CAP-35:main', past);
  expect([...rowsIn(stockBalance, stockMovements, stored).values()].slice(1)).toMatchObject([
    {
      kind: 'StockAdjusted',
      occurredAt: at('08:30').replace('.000Z', '.999Z'),
      ...{ thousandths: '-1000', fen: '-1200', leftThousandths: '4000', leftFen: '4800' },
    },
    { kind: 'StockCountUpheld', thousandths: '1000', fen: '1200', leftThousandths: '5000' },
  ]);
  const [row] = rowsOf(stockBalance, stored).values();
  expect(row).toMatchObject({ thousandths: '5000', fen: '6000' });
});
