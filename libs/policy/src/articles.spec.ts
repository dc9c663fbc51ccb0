import { describe, expect, test } from '@jest/globals';
import type { DocumentId } from './article.js';
import { article, articles, articleTitle, type ArticleId } from './articles.js';
import { documents } from './documents.js';
import { milestones } from './milestones.js';
import { printed, published } from './testing/as-published.js';

const of = (document: DocumentId) => articles.filter((each) => each.document === document);
const numbered = (document: DocumentId, last: number) =>
  Array.from({ length: last }, (_, index) => `${document}${index + 1}`);

describe('the catalogue', () => {
  test('holds every article of the five documents once, in the order of the source', () => {
    expect(articles.map(({ id }) => id)).toEqual([
      ...numbered('V', 27),
      ...numbered('D', 44),
      ...numbered('N', 13),
      ...numbered('R', 18),
      ...['B1', 'B1.1', 'B1.2', 'B1.3', 'B1.4', 'B2', 'B3'],
    ]);
  });

  test.each(Object.keys(documents) as DocumentId[])(
    'says word for word what document %s says, its numbers and its noted misprints included',
    (document) => {
      expect(of(document).map(printed).join('')).toBe(published(document));
    },
  );

  test('numbers each article as its id does', () => {
    for (const { id, number, document } of articles) {
      const digits = 'RB'.includes(document) ? number : String(chinese(number));
      expect(`${document}${digits}`).toBe(id);
    }
  });

  test('corrects only what it quotes, and repeats neither misprint nor advertisement', () => {
    for (const { text, corrections = [] } of articles) {
      expect(text.zh).not.toMatch(/www|pmceo|进消存|工时定期/i);
      for (const { printed, read } of corrections) {
        expect(text.zh.split(read)).toHaveLength(2);
        expect(printed).not.toBe(read);
      }
    }
  });

  test('has a title and a text in Chinese and in English for every article', () => {
    for (const { title, text } of articles) {
      expect(title.zh).toMatch(/\p{Script=Han}/u);
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(title.en).toMatch(/^[A-Z]/);
      expect(text.en).toMatch(/^[A-Z]/);
    }
  });

  test('gives a reason for every guidance and names what will bring what is later', () => {
    for (const each of articles) {
      if (each.kind === 'guidance') expect([each.reason.zh, each.reason.en]).not.toContain('');
      if (each.kind === 'later') {
        expect(each.broughtBy.length).toBeGreaterThan(0);
        for (const milestone of each.broughtBy) expect(milestones).toHaveProperty([milestone]);
      }
    }
  });

  test('punctuates its own Chinese as Chinese is printed', () => {
    for (const each of articles) {
      const own = [each.title.zh, each.kind === 'guidance' ? each.reason.zh : ''];
      for (const words of own) expect(words).not.toMatch(/[,;:?!()]/);
    }
  });

  test('counts every article on what happens at a visit as a rule', () => {
    const visits = of('V').slice(2);
    expect(visits).toHaveLength(25);
    expect(visits.filter(({ kind }) => kind !== 'rule')).toEqual([]);
    expect(article('N12').kind).toBe('rule');
  });
});

describe('looking up', () => {
  test('finds an article by its id', () => {
    expect(article('B1.3').number).toBe('1.3');
    expect(article('V28')).toBeUndefined();
  });

  test('titles an article in the language asked for, and an unknown one by its id', () => {
    expect(articleTitle('V23', 'zh')).toBe('收费凭证');
    expect(articleTitle('V23', 'en')).toBe('Receipt');
    expect(articleTitle('X1', 'en')).toBe('X1');
  });

  test('does not compile with an article that does not exist', () => {
    // @ts-expect-error the document on visits ends with V27
    const none: ArticleId = 'V28';
    expect(article(none)).toBeUndefined();
  });
});

/** The number of 第四十一条, up to ninety-nine. */
function chinese(number: string): number {
  const digit = (text: string) => '零一二三四五六七八九'.indexOf(text);
  const [tens, ones] = number.replaceAll(/[第条]/g, '').split('十');
  if (ones === undefined) return digit(tens!);
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}
