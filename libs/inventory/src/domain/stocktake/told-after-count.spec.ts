import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { stocktakeShown } from '../../stocktake-shown.js';
import { main } from '../../testing/stock.js';
import { stocktakeDecider } from './stocktake.decider.js';
import type { StocktakeEvent } from './stocktake.events.js';
import type { OpenStocktake } from './stocktake.state.js';

const { given, ask, event } = specify(stocktakeDecider, STOREKEEPER, ['R16']);
const stocktake = 'ST-1';
const scope = { place: 'main' };
const short = { ...main, counted: 9, book: 10, difference: -1, value: '-12.00' };
const past = [
  event('StocktakeStarted', { stocktake, scope, lines: [main], tools: [] }, '08:30'),
  event('StockCounted', { stocktake, ...main, quantity: 9 }, '09:00'),
  event('StocktakeClosed', { stocktake, counted: 1, differences: [short], tools: [] }, '12:00'),
  event('StocktakeApproved', { stocktake, scope, adjusted: 1, unexplained: 1 }, '18:00'),
];
const told = (quantity: number, sku = main.sku) => ({
  ...{ ...main, sku, quantity, value: '12.00', toldLate: 'MaterialIssued' },
  ...{ movedAt: at('08:40'), slip: 'I-9' },
});
const noted = (quantity: number, sku = main.sku) =>
  event('MovementToldAfterCount', { stocktake, ...told(quantity, sku) }, '19:00');
const shown = (...events: StocktakeEvent[]) =>
  stocktakeShown(fold(stocktakeDecider, [...past, ...events]) as OpenStocktake);

test('[R16] a movement of before the count that is told after the approval stands in the stocktake', () => {
  given(...past)
    .when(ask('NoteToldAfterCount', told(1), '19:00'))
    .then(noted(1));
});

test('[R16] it explains some of what differed, and changes no count', () => {
  expect(shown().differences).toEqual([short]);
  expect(shown()).not.toHaveProperty('toldAfter');
  expect(shown(noted(1))).toMatchObject({
    lines: [{ counted: 9 }],
    differences: [{ counted: 9, difference: -1, left: 0 }],
    toldAfter: [told(1)],
  });
  expect(shown(noted(1), noted(2)).differences).toMatchObject([{ left: 2 }]);
});

test('[R16] what differed otherwise is left as it was', () => {
  expect(shown(noted(2, 'FAN-1'))).toMatchObject({ toldAfter: [{ sku: 'FAN-1' }] });
  expect(shown(noted(2, 'FAN-1')).differences).toEqual([short]);
});
