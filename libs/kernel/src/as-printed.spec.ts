import { expect, test } from '@jest/globals';
import { asPrinted } from './as-printed.js';

test.each([
  ['SN-1001', 'SN-1001'],
  ['SN-\u200b1001', 'SN-1001'],
  ['\ufeffSN-1001\r\n', 'SN-1001'],
  ['SN\u00ad-1001\u2060\u202c', 'SN-1001'],
  ['ＳＮ－１００１', 'SN-1001'],
  ['\u3000FLK  87\u00a0 V ', 'FLK 87 V'],
  ['表\ufe0f-7\u{e0041}', '表-7'],
  ['\u200b', ''],
  ['*]\u0007', '*]\u0007'],
])('%j is printed %j', (written, printed) => {
  expect(asPrinted(written)).toBe(printed);
});
