import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import { ask, event, given, hands, pieces } from '../../testing/stock.js';
import { stockDecider } from './stock.decider.js';

/* D22, R16: what was missing of the goods in somebody's charge had been sold before the count, as is told after the approval. */

const taken = (quantity: number, value: string, time: '08:00' | '19:00') =>
  event('MaterialTakenIn', { ...hands, quantity, value, from: 'main', why: 'issued' }, time);
const count = { ...hands, stocktake: 'ST-1', countedAt: at('12:00') };
const short = { counted: 8, book: 10, quantity: -2, value: '-20.00' };
const adjusted = event('StockAdjusted', { ...count, ...short }, '18:00');
const past = [taken(10, '100.00', '08:00'), adjusted];
const sell = (quantity: number, time: '11:00' | '13:00') =>
  inBatch(
    ask(
      'SellMaterial',
      { ...hands, quantity, slip: 'XS-1', customer: '孙丽', price: '30.00', method: 'cash' },
      time,
      { ...pieces, by: LI_WEI },
    ),
  );

test('[D22] [R16] a sale that is told late says of which stocktake it explains how many, and by which paper', () => {
  const [upheld, sold] = given(...past)
    .when(sell(2, '11:00'))
    .events();
  expect(upheld).toMatchObject({
    type: 'StockCountUpheld',
    data: { ...count, quantity: 2, value: '20.00', toldLate: 'MaterialSold', slip: 'XS-1' },
  });
  expect(upheld!.data).toMatchObject({ movedAt: at('11:00') });
  expect(fold(stockDecider, [...past, upheld!, sold!])).toMatchObject({ thousandths: 8000 });
});

test('[D22] [R16] whatever the goods are worth by then, its quantity says that nothing is missing any more', () => {
  const cheap = taken(8, '0.00', '19:00');
  const [upheld] = given(...past, cheap)
    .when(sell(2, '11:00'))
    .events();
  expect(upheld).toMatchObject({
    type: 'StockCountUpheld',
    data: { quantity: 2, value: '10.00' },
  });
});

test('[D22] [R16] a sale of after the count explains nothing of it', () => {
  const events = given(...past)
    .when(sell(2, '13:00'))
    .events();
  expect(events.map(({ type }) => type)).toEqual(['MaterialSold']);
});
