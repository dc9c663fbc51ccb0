import { expect, test } from '@jest/globals';
import { isSampled } from './sampled.js';

const tickets = Array.from({ length: 100_000 }, (_, n) => `T-2026-${String(n).padStart(4, '0')}`);
const sampled = (percent: number) => tickets.filter((each) => isSampled(each, percent));

test.each([1, 10, 50])('[R6] a share of %d per cent is about so many tickets', (percent) => {
  const expected = percent * 1_000;
  expect(Math.abs(sampled(percent).length - expected)).toBeLessThan(expected / 10);
});

test('[R6] whoever comes after one that is sampled is as likely to be as any other', () => {
  const both = tickets.filter(
    (each, n) => n > 0 && isSampled(each, 10) && isSampled(tickets[n - 1]!, 10),
  );
  expect(Math.abs(both.length - 1_000)).toBeLessThan(200);
});

test('[R6] no share is none, the whole is all, and a larger share takes in a smaller one', () => {
  expect(sampled(0)).toEqual([]);
  expect(sampled(100)).toEqual(tickets);
  const larger = new Set(sampled(20));
  expect(sampled(10).filter((each) => !larger.has(each))).toEqual([]);
});
