import { expect, test } from '@jest/globals';
import type { Article } from '@app/policy';
import { page } from './page.js';

const base = {
  document: 'R',
  title: { zh: '题', en: 'Title' },
  text: { zh: '文', en: 'Text' },
} as const;
const catalogue: Article[] = [
  { ...base, id: 'R1', number: '1', kind: 'rule', rest: ['console and paper'] },
  { ...base, id: 'R2', number: '2', kind: 'guidance', reason: { zh: '态度', en: 'An attitude.' } },
  { ...base, id: 'R3', number: '3', kind: 'later', broughtBy: ['customers to department'] },
];

test('lists each article with its code, its tests by count, and what it waits for', () => {
  const rows = page(catalogue, {
    rules: [{ article: 'R1', path: 'libs/a/src/kept.ts' }],
    events: [
      { article: 'R1', path: 'libs/a/src/kept.ts' },
      { article: 'R3', path: 'libs/a/src/told.ts' },
    ],
    tests: [
      { article: 'R1', path: 'libs/a/src/kept.spec.ts' },
      { article: 'R1', path: 'libs/a/src/kept.spec.ts' },
    ],
  })
    .split('\n')
    .filter((line) => line.startsWith('| R'));
  expect(rows).toEqual([
    '| R1 (1) | 题<br>Title | rule | [kept.ts](../../libs/a/src/kept.ts) | [kept.spec.ts](../../libs/a/src/kept.spec.ts) × 2 | in part; the rest comes with console and paper |',
    '| R2 (2) | 题<br>Title | guidance |  |  | An attitude. |',
    '| R3 (3) | 题<br>Title | later | *recorded:* [told.ts](../../libs/a/src/told.ts) |  | begun; comes with customers, contracts, complaints, training and department |',
  ]);
});

test('counts the articles by kind', () => {
  expect(page(catalogue, { rules: [], events: [], tests: [] })).toContain(
    '3 articles: 1 rules, 1 guidance, 1 later.',
  );
});
