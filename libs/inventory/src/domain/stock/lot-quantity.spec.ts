import { expect, test } from '@jest/globals';
import { fold } from '@app/kernel';
import { ask, event, main } from '../../testing/stock.js';
import { stockDecider } from './stock.decider.js';

const kept = { known: { decimals: 0, unit: '支', tracked: 'lot' as const } };
const paper = { unitCost: '12.00', supplier: 'x', deliveryNote: 'x' };
const there = event('MaterialReceived', {
  ...{ ...main, quantity: 10, value: '120.00', slip: 'R-1', ...paper },
  lots: [
    { lot: 'A', quantity: 5 },
    { lot: 'B', quantity: 5 },
  ],
});

test.each([
  [-1, 1],
  [0, 1],
  [0.5, 0],
])('[R12] %d of a lot does not move, though the lots add up', (quantity, field) => {
  const lots = [
    { lot: 'A', quantity: 2 - quantity },
    { lot: 'B', quantity },
  ];
  const some = { ...main, quantity: 2, lots };
  for (const moves of [
    ask('ReceiveMaterial', { ...some, slip: 'R-2', ...paper }, '09:00', kept),
    ask('IssueMaterial', { ...some, slip: 'I-1', to: 'hands-li-wei' }, '09:00', kept),
  ]) {
    const error = { code: 'not-a-quantity', pointer: `/lots/${field}/quantity` };
    expect(() => stockDecider.decide(moves, fold(stockDecider, [there]))).toThrow(
      expect.objectContaining(error),
    );
  }
});
