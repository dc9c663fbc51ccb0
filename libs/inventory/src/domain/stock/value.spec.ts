import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen, Invalid, yuan } from '@app/kernel';
import { thousandthsOf } from './quantity.js';
import { averageOf, priceOf, valueOf } from './value.js';

test('[R15] a movement is worth its pieces at the moving average, rounded once, half up', () => {
  const three = { thousandths: 3000, value: '10.00' };
  expect(averageOf(three)).toBe('3.333333');
  expect([1000, 2000, 3000].map((taken) => valueOf(taken, three))).toEqual([
    '3.33',
    '6.67',
    '10.00',
  ]);
  expect(valueOf(500, { thousandths: 1000, value: '0.01' })).toBe('0.01');
  expect(averageOf({ thousandths: 0, value: '0.00' })).toBeUndefined();
  expect(priceOf(1500, '0.33')).toBe('0.50');
});

test('[R15] whatever is taken in whatever order, no fen is left on no pieces, and none is below zero', () => {
  const taken = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 30 });
  const property = fc.property(taken, fc.bigInt({ min: 0n, max: 10_000n }), (parts, worth) => {
    let stock = { thousandths: parts.reduce((sum, part) => sum + part, 0), value: yuan(worth) };
    for (const part of parts) {
      const value = valueOf(part, stock);
      stock = { thousandths: stock.thousandths - part, value: yuan(fen(stock.value) - fen(value)) };
      expect(fen(stock.value)).toBeGreaterThanOrEqual(0n);
    }
    expect(stock).toEqual({ thousandths: 0, value: '0.00' });
  });
  fc.assert(property);
});

test.each([
  [0, 0],
  [-1, 0],
  [1.5, 0],
  [0.001, 2],
  [1_000_001, 0],
  [Number.NaN, 0],
])('[R11] %d with %d decimals is no quantity', (quantity, decimals) => {
  expect(() => thousandthsOf(quantity, decimals)).toThrow(Invalid);
});

test('[R11] a quantity has the decimals of its material', () => {
  expect([thousandthsOf(2, 0), thousandthsOf(0.25, 2), thousandthsOf(1.005, 3)]).toEqual([
    2000, 250, 1005,
  ]);
});
