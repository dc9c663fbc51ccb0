import { expect, test } from '@jest/globals';
import { pauseAfterPage } from './pause-after-page.js';

test('a page of a few events is followed by no rest, so that they are visible at once', () => {
  expect([0, 1, 7].map((events) => pauseAfterPage(events, 50))).toEqual([0, 0, 0]);
});

test('in a rush a runner rests twenty times as long as it worked', () => {
  expect(pauseAfterPage(8, 4)).toBe(80);
  expect(pauseAfterPage(300, 60)).toBe(1_200);
});

test('in a rush it rests even if its table needs nothing, so that it does not look for every event', () => {
  expect(pauseAfterPage(30, 0)).toBe(50);
});

test('a rest is never longer than two seconds', () => {
  expect(pauseAfterPage(2_000, 5_000)).toBe(2_000);
});
