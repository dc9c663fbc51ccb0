import { expect, test } from '@jest/globals';
import { pauseAfterPage } from './pause-after-page.js';

const page = (events: number, took: number, needed = events) => ({ events, needed, took });

test('a page of a few events is followed by no rest, so that they are visible at once', () => {
  expect([0, 1, 7].map((events) => pauseAfterPage(page(events, 50)))).toEqual([0, 0, 0]);
});

test('in a rush a runner rests twenty times as long as it worked, and fifty milliseconds at least', () => {
  expect(pauseAfterPage(page(8, 4))).toBe(80);
  expect(pauseAfterPage(page(300, 60))).toBe(1_200);
  expect(pauseAfterPage(page(8, 1))).toBe(50);
});

test('in a rush whose events its table does not need it looks on less often still', () => {
  expect(pauseAfterPage(page(30, 0, 0))).toBe(250);
  expect(pauseAfterPage(page(2, 0, 0))).toBe(0);
});

test('a rest is never longer than two seconds', () => {
  expect(pauseAfterPage(page(2_000, 5_000))).toBe(2_000);
});
