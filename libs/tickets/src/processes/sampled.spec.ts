import { expect, test } from '@jest/globals';
import { isSampled } from './sampled.js';

const tickets = Array.from({ length: 10_000 }, (_, n) => `T-2026-${String(n).padStart(4, '0')}`);
const sampled = (percent: number) => tickets.filter((each) => isSampled(each, percent));

test.each([1, 10, 50])('[R6] a share of %d per cent is about so many tickets', (percent) => {
  const expected = percent * 100;
  expect(Math.abs(sampled(percent).length - expected)).toBeLessThan(expected / 5);
});

test('[R6] whoever comes after one that is sampled is as likely to be as any other', () => {
  const both = tickets.filter(
    (each, n) => n > 0 && isSampled(each, 10) && isSampled(tickets[n - 1]!, 10),
  );
  expect(Math.abs(both.length - 100)).toBeLessThan(20);
});

test('[R6] no share is none, the whole is all, and a larger share takes in a smaller one', () => {
  expect(sampled(0)).toEqual([]);
  expect(sampled(100)).toEqual(tickets);
  expect(sampled(20)).toEqual(expect.arrayContaining(sampled(10)));
});
