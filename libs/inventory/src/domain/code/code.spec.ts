import { expect, test } from '@jest/globals';
import { Invalid } from '@app/kernel';
import { codedIn, codeOf } from './code.js';

const tool = { kind: 'tool', id: 'TOOL-1' } as const;
const material = { kind: 'material', id: 'CAP-35' } as const;
const piece = { kind: 'piece', id: 'BOARD-7:SN-1' } as const;

test('[R11] what stands in a code is read as what it was made for', () => {
  for (const each of [tool, material, piece]) expect(codedIn(codeOf(each))).toEqual([each]);
  expect([tool, material, piece].map(codeOf)).toEqual(['T:TOOL-1', 'M:CAP-35', 'S:BOARD-7:SN-1']);
});

test.each([
  ['T:TOOL-1\r', [tool]],
  ['T:TOOL-1\r\n', [tool]],
  ['\tM:CAP-35\t', [material]],
  [']C1M:CAP-35\r', [material]],
  ['m：CAP-35\r', [material]],
  ['s：BOARD-7：sn-1\r', [piece]],
  ['\ufeffS:BOARD-7:SN\u200b-1\r', [piece]],
  ['Ｔ：ＴＯＯＬ－１', [tool]],
  [
    'Cap-35\r',
    [
      { kind: 'tool', id: 'Cap-35' },
      { kind: 'material', id: 'Cap-35' },
      { kind: 'piece', id: 'CAP-35' },
    ],
  ],
])('[R11] a scanner sends %j', (sent, expected) => {
  expect(codedIn(sent)).toEqual(expected);
});

test.each([
  '',
  '\r',
  'X:CAP-35',
  'M:',
  '*]\r',
  'M:CAP 35',
  'M:-CAP',
  'S:BOARD-7',
  'S::SN-1',
  'M:CAP-35:SN-1',
  '6901234567892 ; DROP',
  '\u0000\u0001',
])('[R11] a scanner’s garbage is no code: %j', (sent) => {
  expect(() => codedIn(sent)).toThrow(Invalid);
  expect(() => codedIn(sent)).toThrow('not-a-code');
});
