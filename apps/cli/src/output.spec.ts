import { expect, test } from '@jest/globals';
import { json, table, widthOf } from './output.js';

test('a Chinese character takes two columns of the terminal', () => {
  expect([widthOf('abc'), widthOf('工单'), widthOf('第 1 次')]).toEqual([3, 4, 7]);
});

test('columns stand under each other, whatever the script', () => {
  expect(
    table([
      ['工单', 'x'],
      ['ticket', '上门'],
    ]),
  ).toBe('工单    x\nticket  上门');
});

test('no rows make no text', () => {
  expect(table([])).toBe('');
});

test('positions are written as decimal strings', () => {
  expect(json({ position: 12n })).toBe('{"position":"12"}');
});
