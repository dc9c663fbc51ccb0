import { expect, test } from '@jest/globals';
import { breather } from './breather.js';

test('a page of a few events is followed by no rest, so that they are visible at once', () => {
  expect([0, 1, 3].map((events) => breather(events, 50))).toEqual([0, 0, 0]);
});

test('in a rush a runner rests twenty times as long as it worked', () => {
  expect(breather(4, 2)).toBe(40);
  expect(breather(300, 60)).toBe(1_200);
});

test('a rest is never longer than two seconds', () => {
  expect(breather(2_000, 5_000)).toBe(2_000);
});
