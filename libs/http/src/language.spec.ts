import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { languageOf } from './language.js';

describe('the language of an answer', () => {
  test.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['de, en;q=0.5', 'en'],
    ['zh-Hans-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.3, zh;q=0.7', 'zh'],
    ['zh ; q = 0.2 , en ;\tq=0.9', 'en'],
    ['en;q=0', 'zh'],
    ['en;q=0.000,zh;q=0.001', 'zh'],
    ['en,zh', 'en'],
    ['zh,en', 'zh'],
    ['english', 'zh'],
    ['en;q=-1', 'zh'],
    ['en;level=1', 'zh'],
    ['*', 'zh'],
  ])('for %j is %s', (header, language) => expect(languageOf(header)).toBe(language));

  test('depends on the first 250 characters alone, however the header is arranged', () => {
    const piece = fc.constantFrom(' ', '\t', ';', ',', '=', 'q=', 'en', 'zh', '-', '0', '.', 'a');
    const header = fc.array(
      fc.tuple(piece, fc.integer({ min: 1, max: 2000 })).map(([of, times]) => of.repeat(times)),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(header, (pieces) => {
        const text = pieces.join('').slice(0, 16_000);
        expect(languageOf(`${text.padEnd(250, ' ')},en`)).toBe(languageOf(text.slice(0, 250)));
        expect(languageOf(`${text.padEnd(250, ' ')},zh`)).toBe(languageOf(text.slice(0, 250)));
      }),
    );
  });
});
