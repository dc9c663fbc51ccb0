import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJson, VALUES } from './json-text.js';

const read = (text: string): unknown => readJson(Buffer.from(text));

const refusal = (text: string): unknown => {
  try {
    return read(text);
  } catch (error) {
    return error;
  }
};

test('every list and object is read as it was written', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
      (value) => {
        const text = JSON.stringify(value);
        expect(read(text)).toEqual(JSON.parse(text));
      },
    ),
  );
});

test('a mark of the byte order is passed over, and an empty body is an empty object', () => {
  expect(read('\ufeff{"a":1}')).toEqual({ a: 1 });
  expect(read('')).toEqual({});
});

describe('a text of too many values is refused before anything is made of it', () => {
  const many = fc.integer({ min: VALUES + 1, max: 60_000 });
  const shapes = fc.oneof(
    many.map((count) => `[${'{},'.repeat(count)}{}]`),
    many.map((count) => `{"a":[${'1,'.repeat(count)}1]}`),
    many.map((count) => `{${'"a":1,'.repeat(count)}"b":1}`),
    // A name costs the parser more than what it names.
    fc
      .integer({ min: VALUES / 4 + 1, max: VALUES / 2 })
      .map((count) => `[${Array.from({ length: count }, (_, n) => `{"k${n}":1}`).join(',')}]`),
    many.map((count) => `[${'[[]],'.repeat(count / 2)}1]`),
    // Nothing of it is parsed: that it is broken further on is not found out.
    many.map((count) => `[${'1,'.repeat(count)}"`),
  );

  test('whatever its shape', () => {
    fc.assert(
      fc.property(shapes, (text) => {
        expect(refusal(text)).toMatchObject({ status: 400, code: 'too-many-values' });
      }),
      { numRuns: 50 },
    );
  });

  test('but not for the commas and brackets in its texts', () => {
    const text = JSON.stringify({ a: ',[{"\\'.repeat(VALUES) });
    expect(read(text)).toEqual(JSON.parse(text));
  });

  test('and as many as are allowed are read', () => {
    expect(read(`[${'1,'.repeat(VALUES - 3)}1]`)).toHaveLength(VALUES - 2);
  });
});

test.each(['{', 'nul', '[1,]', '\u00a0[]', '{"a":"'])('%j is malformed', (text) => {
  const en = 'the body is not valid JSON';
  expect(refusal(text)).toMatchObject({
    status: 400,
    code: 'malformed-json',
    details: { says: { en } },
  });
});

test.each(['7', '"a"', 'null', 'true', 'false', ' 1 '])('%j is JSON, and no object', (text) => {
  const says = { zh: '请求体必须是 JSON 对象', en: 'the body must be a JSON object' };
  expect(refusal(text)).toMatchObject({ status: 400, code: 'malformed-json', details: { says } });
});

test('32 levels are read, and 33 refused', () => {
  expect(read('['.repeat(32) + ']'.repeat(32))).toEqual(expect.any(Array));
  expect(refusal('['.repeat(33) + ']'.repeat(33))).toMatchObject({ code: 'malformed-json' });
});
