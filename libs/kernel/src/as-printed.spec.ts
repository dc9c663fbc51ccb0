import { expect, test } from '@jest/globals';
import { asPrinted, asWritten, isBlank } from './as-printed.js';

test.each([
  ['SN-1001', 'SN-1001'],
  ['SN-\u200b1001', 'SN-1001'],
  ['\ufeffSN-1001\r\n', 'SN-1001'],
  ['SN\u00ad-1001\u2060\u202c', 'SN-1001'],
  ['ＳＮ－１００１', 'SN-1001'],
  ['\u3000FLK  87\u00a0 V ', 'FLK 87 V'],
  ['表\ufe0f-7\u{e0041}', '表-7'],
  ['\u200b', ''],
  ['SN\u2800-7', 'SN-7'],
  ['*]\u0007', '*]\u0007'],
])('%j is printed %j', (written, printed) => {
  expect(asPrinted(written)).toBe(printed);
});

test.each([
  ['王\u202e磊\u202c', '王磊'],
  ['\u202a\u202b\u202d\u2066\u2067\u2068\u2069', ''],
  ['عبد الله\u200f\u061c 👨\u200d👩 כהן', 'عبد الله\u200f\u061c 👨\u200d👩 כהן'],
])('%j is written %j', (sent, written) => {
  expect(asWritten(sent)).toBe(written);
});

test.each(['', ' \u3000', '\u200b\u2060', '\u2800', '\u2800\u3164\ufeff', '\u202e\u2069'])(
  'of %j nobody sees anything',
  (text) => expect(isBlank(text)).toBe(true),
);

test.each(['a', '\u2801', ' 。'])('of %j one sees something', (text) => {
  expect(isBlank(text)).toBe(false);
});
