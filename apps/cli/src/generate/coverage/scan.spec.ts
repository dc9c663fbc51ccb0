import { expect, test } from '@jest/globals';
import { scan } from './scan.js';

const source = (text: string) => scan([{ path: 'libs/a/rule.ts', text }]);
const spec = (text: string) => scan([{ path: 'libs/a/rule.spec.ts', text }]);
const articles = (mentions: readonly { article: string }[]) =>
  mentions.map(({ article }) => article);

test('finds a rule, with or without the type of its subject', () => {
  const { rules } = source(`
    rule('V11', 'work-before-consent', says, broken);
    rule<Pick<Visit, 'arrivedAt'> & { a: string; b: string }>(
      'B1.2', 'x', says, broken)`);
  expect(rules).toEqual([
    { article: 'V11', path: 'libs/a/rule.ts' },
    { article: 'B1.2', path: 'libs/a/rule.ts' },
  ]);
});

test('finds a refusal that names its article', () => {
  expect(articles(source(`throw new Refused('V18', 'no-slip', says)`).rules)).toEqual(['V18']);
  expect(source(`throw new Refused(guard.article, guard.code, says)`).rules).toEqual([]);
});

test('finds the clause of an edition, which is data', () => {
  expect(
    articles(source(`{ article: 'D11',\n  clause: 'x' }, { article: 'D9', says: {} }`).rules),
  ).toEqual(['D11', 'D9']);
  expect(source(`enforce({ article: 'D11' })`).rules).toEqual([]);
});

test('finds the articles that an event answers to', () => {
  expect(articles(source(`happened(command, 'X', data, ['V3', 'V4'])`).events)).toEqual([
    'V3',
    'V4',
  ]);
  expect(source(`const words = ['Very', 'N'];`).events).toEqual([]);
});

test('finds the articles in titles of tests, groups and tables of tests', () => {
  const { tests } = spec(`
    describe('[V11] consent', () => {
      test('[V12, V13] by barcode, [V12] again', () => {});
      test.each([[1], [2]])(
        "[B1.1] case %s", () => {});
    });`);
  expect(articles(tests)).toEqual(['V11', 'V12', 'V13', 'B1.1']);
});

test('finds the articles of a table whose rows begin with them', () => {
  const { tests } = spec(`
    test.each(['V1', 'V2'])('%s is no title in brackets', () => {});
    test.each([
      ['V9', 'moved-about'],
      ['V10', ['gift-taken', 'V3']],
    ] as const)('[%s] %s is a finding', () => {});`);
  expect(articles(tests)).toEqual(['V9', 'V10']);
});

test('takes a fixture for no code', () => {
  const text = `happened(command, 'X', data, ['V3'])`;
  expect(scan([{ path: 'libs/a/testing/past.ts', text }]).events).toEqual([]);
  expect(scan([{ path: 'test/bench/append/events.ts', text }]).events).toEqual([]);
});

test('takes neither an expectation for a title nor a spec for a rule', () => {
  const { tests, rules } = spec(`expect(text).toBe('[V11]'); rule('V12', 'x', says, broken)`);
  expect(tests).toEqual([]);
  expect(rules).toEqual([]);
});
