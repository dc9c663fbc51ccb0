import { expect, test } from '@jest/globals';
import { chinese } from './chinese.js';

test('a space stands where a Chinese character meets a letter or a figure, and nowhere else', () => {
  const say = (who: string | number) => chinese`技术员 ${who} 出发（员工 ${who}）。`;
  expect(say('李伟')).toBe('技术员李伟出发（员工李伟）。');
  expect(say('li-wei')).toBe('技术员 li-wei 出发（员工 li-wei）。');
  expect(say(3)).toBe('技术员 3 出发（员工 3）。');
});

test('what is put in stays as it is inside, and an empty value leaves no space behind', () => {
  expect(chinese`产品${'微波炉 G80 F23'}带回${''}。`).toBe('产品微波炉 G80 F23 带回。');
  expect(chinese`编号${'W-1'} ${''}，${undefined}完`).toBe('编号 W-1，完');
});
