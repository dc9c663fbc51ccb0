import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fen, sum, yuan } from '@app/kernel';
import { clauseOf } from '../../testing/cases.js';
import { shareOf } from './share.js';

const D30 = clauseOf('D30.extra-service');
const of = (income: string, costs = '0.00') => shareOf({ income, costs }, D30);

/* 创收纯收入按 20%: a fifth of the net, to the fen, worked out by hand. */
test.each([
  ['600.00', '100.00', '100.00'],
  ['0.01', '0.00', '0.00'],
  ['0.02', '0.00', '0.00'],
  ['0.03', '0.00', '0.01'],
  ['0.12', '0.00', '0.02'],
  ['0.13', '0.00', '0.03'],
  ['99.99', '0.00', '20.00'],
  ['99.97', '0.00', '19.99'],
  ['180.00', '180.00', '0.00'],
  ['180.00', '180.01', '0.00'],
  ['1000000.00', '0.01', '200000.00'],
])('[D30] of %s less %s yuan %s are paid', (income, costs, share) => {
  expect(of(income, costs)).toBe(share);
});

test.each([
  ['100.00 by three alike', '500.00', [1, 1, 1], ['33.33', '33.34', '33.33']],
  ['100.00 as two to one', '500.00', [2, 1], ['66.67', '33.33']],
  ['0.01 by two', '0.05', [1, 1], ['0.01', '0.00']],
  ['0.02 by three', '0.10', [1, 1, 1], ['0.01', '0.00', '0.01']],
  ['100.00 by one', '500.00', [7], ['100.00']],
])('[D30] %s is split to the fen', (_, income, weights, shares) => {
  expect(split(income, weights)).toEqual(shares);
});

test('[D30] whoever earned none of it gets none', () => {
  expect(shareOf({ income: '500.00', portion: { before: 0, weight: 0, of: 3 } }, D30)).toBe('0.00');
});

test('[D30] however it is split, the parts make the whole, each within a fen of its due', () => {
  const income = fc.bigInt({ min: 0n, max: 10_000_000n });
  const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(income, weights, (net, parts) => {
      const shares = split(yuan(net), parts);
      const whole = fen(of(yuan(net)));
      expect(fen(sum(shares))).toBe(whole);
      const all = parts.reduce((a, b) => a + b, 0);
      parts.forEach((weight, index) => {
        const due = (Number(whole) * weight) / all;
        expect(Math.abs(Number(fen(shares[index]!)) - due)).toBeLessThanOrEqual(1);
      });
    }),
  );
});

function split(income: string, weights: readonly number[]): string[] {
  const all = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight, index) => {
    const before = weights.slice(0, index).reduce((a, b) => a + b, 0);
    return shareOf({ income, portion: { before, weight, of: all } }, D30);
  });
}
