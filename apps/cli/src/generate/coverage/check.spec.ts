import { expect, test } from '@jest/globals';
import type { Article } from '@app/policy';
import { problems } from './check.js';
import type { Mentions } from './scan.js';

const base = {
  document: 'V',
  number: '第一条',
  title: { zh: '一', en: 'One' },
  text: { zh: '一', en: 'One' },
} as const;
const enforced: Article = { ...base, id: 'V1', kind: 'rule' };
const advice: Article = {
  ...base,
  id: 'V2',
  kind: 'guidance',
  reason: { zh: '态度', en: 'an attitude' },
};
const waiting: Article = { ...base, id: 'V3', kind: 'later', broughtBy: ['console and paper'] };

const at = (...articles: string[]) => articles.map((article) => ({ article, path: 'a.ts' }));
const none: Mentions = { rules: [], events: [], tests: [] };
const whole: Mentions = { rules: at('V1'), events: at('V3'), tests: at('V1') };

test('is content when every rule is enforced and tested and the others say why not', () => {
  expect(problems([enforced, advice, waiting], whole)).toEqual([]);
});

test('reports a rule that no code enforces, and one that no test names', () => {
  expect(problems([enforced], { ...whole, events: [], rules: [] })).toEqual([
    'V1 is a rule, but no code enforces it',
  ]);
  expect(problems([enforced], { ...whole, events: [], tests: [] })).toEqual([
    'V1 is a rule, but no test names it in its title',
  ]);
});

test('takes an event for the code of a rule only while the rest of it is to come', () => {
  const recorded = { ...whole, rules: [], events: at('V1') };
  expect(problems([enforced], recorded)).toEqual(['V1 is a rule, but no code enforces it']);
  expect(problems([{ ...enforced, rest: ['console and paper'] }], recorded)).toEqual([]);
});

test.each(['rules', 'events', 'tests'] as const)(
  'reports an unknown article among the %s',
  (where) => {
    expect(problems([advice], { ...none, [where]: at('V28') })).toEqual([
      'a.ts names V28, which is no article of the catalogue',
    ]);
  },
);

test('reports an article that is enforced although the catalogue promises it for later', () => {
  expect(problems([waiting], { ...none, rules: at('V3') })).toEqual([
    'V3 is enforced, but the catalogue says later',
  ]);
});

test('reports an article with neither a rule nor a reason', () => {
  const silent: Article = { ...advice, reason: { zh: '', en: ' ' } };
  expect(problems([silent], none)).toEqual(['V2 has neither a rule nor a stated reason']);
  const idle: Article = { ...waiting, broughtBy: [] };
  expect(problems([idle], none)).toEqual(['V3 has neither a rule nor a stated reason']);
});
