import { describe, expect, test } from '@jest/globals';
import { searchQuery, searchVector } from './bigrams.js';

describe('the search index', () => {
  test('holds every pair of Chinese characters, and the last character alone', () => {
    expect(searchVector(['门封条'])).toBe(`'门封':1 '封条':2 '条':3`);
  });

  test('holds words of letters and digits whole, in lower case and narrow width', () => {
    expect(searchVector(['ＡＣ-778 ok'])).toBe(`'ac':1 '778':3 'ok':5`);
  });

  test('leaves a gap between fields, so that no phrase reaches across', () => {
    expect(searchVector(['门', '封'])).toBe(`'门':1 '封':13`);
  });

  test('takes quotes, NUL, emoji and an endless word without breaking', () => {
    const vector = searchVector([`O'Neil\0\\ 🙂`, 'x'.repeat(5000)]);
    expect(vector).toMatch(/^'o':1 'neil':3 'x{64}':\d+$/);
  });
});

describe('what somebody typed', () => {
  test('is a phrase of pairs where it is Chinese', () => {
    expect(searchQuery('门封条')).toBe(`('门封' <-> '封条')`);
  });

  test('is the beginning of a word where it is one character, letters or digits', () => {
    expect(searchQuery('门')).toBe(`'门':*`);
    expect(searchQuery('T-20')).toBe(`'t':* & '20':*`);
  });

  test('has to occur in all its parts', () => {
    expect(searchQuery('空调 5号')).toBe(`('空调') & '5':* & '号':*`);
  });

  test('is nothing when no letter, digit or character is left', () => {
    expect(searchQuery(`'"!%\\ 🙂`)).toBeUndefined();
  });
});
