import { expect, test } from '@jest/globals';
import { breather } from './breather.js';

test('a page of a few events is followed by no rest, so that they are visible at once', () => {
  expect([0, 1, 7].map((events) => breather(events, 50))).toEqual([0, 0, 0]);
});

test('in a rush a runner rests twenty times as long as it worked', () => {
  expect(breather(8, 4)).toBe(80);
  expect(breather(300, 60)).toBe(1_200);
});

test('in a rush it rests even if its table needs nothing, so that it does not look for every event', () => {
  expect(breather(30, 0)).toBe(50);
});

test('a rest is never longer than two seconds', () => {
  expect(breather(2_000, 5_000)).toBe(2_000);
});
