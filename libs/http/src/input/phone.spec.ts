import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HttpProblem } from '../problems/http-problem.js';
import { MayBeAbsent } from './fields.js';
import { e164, Phone } from './phone.js';
import { RequestPipe } from './request.pipe.js';

class FormDto {
  @MayBeAbsent()
  @Phone()
  phone?: string;
}

const pipe = new RequestPipe();
const received = (phone: unknown) =>
  pipe.transform({ phone }, { type: 'body', metatype: FormDto }) as Promise<FormDto>;

test.each([
  ['0571-8521 6600', '+8657185216600'],
  ['(0571) 85216600', '+8657185216600'],
  ['+86 571 8521 6600', '+8657185216600'],
  ['0086 571 8521 6600', '+8657185216600'],
  ['０５７１－８５２１６６００', '+8657185216600'],
  ['138 0571 2201', '+8613805712201'],
  ['tel:+8613805712201', '+8613805712201'],
  ['400-820-0099', '+864008200099'],
  ['010-6234 5678', '+861062345678'],
  ['0571-85392299 转 801', '+8657185392299;ext=801'],
  ['0571-85392299 转 ８０１', '+8657185392299;ext=801'],
  ['0571-85392299 分机801', '+8657185392299;ext=801'],
  ['0571-85392299-801', '+8657185392299;ext=801'],
  ['0571-85392299 ext. 801', '+8657185392299;ext=801'],
  ['+1 (212) 555-0100', '+12125550100'],
])('[R8] %s is kept as %s', async (typed, kept) => {
  expect(e164(typed)).toBe(kept);
  expect(await received(typed)).toEqual({ phone: kept });
});

test.each([
  ['87220120', 'phone-without-area-code'],
  ['８７２２ ０１２０', 'phone-without-area-code'],
  ['110', 'not-a-phone'],
  ['1380001000', 'not-a-phone'],
  ['138000100020', 'not-a-phone'],
  ['13800010002 / 0571-85392299', 'not-a-phone'],
  ['不详', 'not-a-phone'],
  ['', 'not-a-phone'],
  [`1${'3'.repeat(99)}`, 'not-a-phone'],
  [13800010002, 'not-a-phone'],
])('[R8] %s is refused: %s', async (typed, code) => {
  const problem = await received(typed).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(HttpProblem);
  expect(problem).toMatchObject({ details: { errors: [{ pointer: '/phone', code }] } });
});

test('[R8] what is kept is kept as it is when it is said again', () => {
  const national = fc.oneof(
    fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String),
    fc.integer({ min: 20_000_000, max: 89_999_999 }).map((line) => `0571-${line}`),
  );
  const typed = fc
    .tuple(national, fc.option(fc.integer({ min: 1, max: 9999 })))
    .map(([number, extension]) => (extension === null ? number : `${number}转${extension}`));
  fc.assert(
    fc.property(typed, (phone) => {
      const kept = e164(phone)!;
      expect(kept).toMatch(/^\+86\d{10,11}(;ext=\d+)?$/);
      expect(e164(kept)).toBe(kept);
    }),
  );
});
