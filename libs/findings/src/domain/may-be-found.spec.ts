import { broken } from '@app/kernel';
import { rule } from '@app/policy';
import { expect, test } from '@jest/globals';
import { found } from '../testing/ladder.js';
import { ladderAfter, use } from '../testing/ladder.builders.js';
import { mayBeFound, saysOf } from './may-be-found.js';
import { recordFindings } from './record-findings.js';

test('a finding of a rule that no context declares does not compile', () => {
  const stranger = rule<unknown>('V8', 'stranger', { zh: '', en: '' }, () => true);
  const record = (rules: readonly (typeof stranger)[]) =>
    // @ts-expect-error the rule may refuse, but its code would have no words
    recordFindings(use(), ladderAfter([]), broken(rules, {}), {});
  expect(record([stranger])).toHaveLength(1);
  expect(saysOf(found, 'stranger')).toBeUndefined();
});

test('a declared rule keeps what it looks at, and has words', () => {
  expect(broken([found.ladderIsSecured], { secured: true })).toEqual([]);
  // @ts-expect-error whether it was secured is not said
  expect(broken([found.ladderIsSecured], {})).toHaveLength(1);
  expect(saysOf(found, 'ladder-not-secured')).toEqual({
    zh: '梯子未固定',
    en: 'the ladder was not secured',
  });
});

test('no code stands for two rules', () => {
  const { ladderIsSecured } = found;
  expect(() => mayBeFound({ ladderIsSecured, again: ladderIsSecured })).toThrow(
    'two rules have the code ladder-not-secured',
  );
});
