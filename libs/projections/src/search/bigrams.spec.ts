import { describe, expect, test } from '@jest/globals';
import { SearchWords } from '@app/privacy';
import { searchQuery, searchVector } from './bigrams.js';

/** Words as they are, so that one sees which there are. */
class WordsInClear extends SearchWords {
  override hashed(word: string): string {
    return word;
  }
}

const words = new WordsInClear(new Uint8Array(32));
const vector = (...fields: string[]) => searchVector(fields, words);
const query = (typed: string) => searchQuery(typed, words);

describe('the search index', () => {
  test('holds every pair of Chinese characters, and each character alone', () => {
    expect(vector('门封条')).toBe(`'门封':1 '封条':2 '门' '封' '条'`);
  });

  test('holds every beginning of words of letters and digits, in lower case and narrow width', () => {
    expect(vector('ＡＣ-778 ok')).toBe(`'a' 'ac' '7' '77' '778' 'o' 'ok'`);
  });

  test('holds a number by four digits at a time, and beginnings of it nowhere', () => {
    expect(vector('ɸ138001 ɸ38001 ɸ8001')).toBe(`'ɸ1380':1 'ɸ3800':2 'ɸ8001':3`);
  });

  test('leaves a gap between fields, so that no phrase reaches across', () => {
    expect(vector('门封', '条子')).toBe(`'门封':1 '门' '封' '条子':13 '条' '子'`);
  });

  test('takes quotes, NUL, emoji and an endless word without breaking', () => {
    const endless = vector(`O'Neil\0\\ 🙂`, 'x'.repeat(5000));
    expect(endless).toMatch(/^'o' 'n' 'ne' 'nei' 'neil'( 'x+'){16}$/);
  });

  test('is a keyed hash of each word, which says nothing to whoever has another key', () => {
    const [one, other] = [1, 2].map((key) => new SearchWords(new Uint8Array(32).fill(key)));
    const first = searchVector(['门'], one!);
    expect(first).toMatch(/^'[\w-]{10}'$/);
    expect(searchVector(['门'], other!)).not.toBe(first);
    expect(searchQuery('门', one!)).toBe(`(${first})`);
  });
});

describe('what somebody typed', () => {
  test('is a phrase of pairs where it is Chinese', () => {
    expect(query('门封条')).toBe(`('门封' <-> '封条')`);
    expect(query('门')).toBe(`('门')`);
  });

  test('is the beginning of a word where it is letters or digits', () => {
    expect(query('T-20')).toBe(`'t' & '20'`);
    expect(query('x'.repeat(20))).toBe(`'${'x'.repeat(16)}'`);
  });

  test('has to occur in all its parts', () => {
    expect(query('空调 5号')).toBe(`('空调') & '5' & ('号')`);
  });

  test('is nothing when no letter, digit or character is left', () => {
    expect(query(`'"!%\\ 🙂`)).toBeUndefined();
  });
});
