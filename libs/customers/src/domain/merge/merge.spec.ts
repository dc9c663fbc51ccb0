import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, Invalid, NotFound, NotPossible } from '@app/kernel';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { mergeDecider, mergeStreams, MOST_MERGED, type Merges } from './merge.js';
import type { MergeEvent } from './merge.events.js';

const { given, ask, event } = specify(mergeDecider, SUPERVISOR, ['R8']);

const reason = '同一电话';
const said = { customer: 'C-1', merged: 'C-2', reason };
const merge = { ...ask('MergeCustomer', said), known: { files: 'on-file' as const } };
const merged = event('CustomerMerged', said);
const undone = event('MergeUndone', said);
const joined = event('CustomerJoined', { customer: 'C-1', into: 'C-0' });

describe('[R8] two files of one customer', () => {
  test('are merged with the reason, and parted with one, each as often as it is decided', () => {
    given().when(merge).then(merged);
    given(merged).when(ask('UndoMerge', said)).then(undone);
    given(merged, undone).when(merge).then(merged);
  });

  test('are merged once, and parted only where they were', () => {
    given(merged).when(merge).thenThrows(NotPossible, 'merged-already');
    given().when(ask('UndoMerge', said)).thenThrows(NotFound, 'not-merged');
    given(merged, undone).when(ask('UndoMerge', said)).thenThrows(NotFound, 'not-merged');
  });

  test('are two: a file is not merged with itself, in whatever letters', () => {
    const itself = { ...merge, data: { ...said, merged: 'c-1' } };
    given().when(itself).thenThrows(Invalid, 'merged-with-itself');
  });

  test('stand one behind the other, and never two', () => {
    given(joined).when(merge).thenThrows(NotPossible, 'merged-already');
    const join = ask('JoinCustomer', { customer: 'C-1', into: 'C-0' });
    given().when(join).then(joined);
    given(joined).when(join).thenThrows(NotPossible, 'merged-already');
    given(merged).when(join).thenThrows(NotPossible, 'has-merged');
    given(joined, event('CustomerParted', joined.data)).when(join).then(joined);
  });

  test('are twenty behind one at most', () => {
    const many = Array.from({ length: MOST_MERGED }, (_, n) =>
      event('CustomerMerged', { ...said, merged: `D-${n}` }),
    );
    given(...many.slice(1))
      .when(merge)
      .then(merged);
    given(...many)
      .when(merge)
      .thenThrows(NotPossible, 'too-many-merged');
  });
});

/** Files of the installation, by what their streams hold. */
type Files = ReadonlyMap<string, readonly MergeEvent[]>;

const NAMES = ['A', 'B', 'C', 'D'];

/** What a decision does to both files, or to neither, as it is stored. */
function decided(
  files: Files,
  type: 'MergeCustomer' | 'UndoMerge',
  pair: readonly string[],
): Files {
  const [customer, other] = pair as [string, string];
  const said = { customer, merged: other, reason };
  const of = (name: string) => files.get(name) ?? [];
  const follows = type === 'MergeCustomer' ? 'JoinCustomer' : 'PartCustomer';
  try {
    const first = mergeDecider.decide({ ...merge, type, data: said }, stateOf(files, customer));
    const then = ask(follows, { customer: other, into: customer });
    const second = mergeDecider.decide(then, stateOf(files, other));
    return new Map([
      ...files,
      [customer, [...of(customer), ...first]],
      [other, [...of(other), ...second]],
    ]);
  } catch {
    return files;
  }
}

function stateOf(files: Files, name: string): Merges {
  return fold(mergeDecider, [...(files.get(name) ?? [])]);
}

test('[R8] whatever was merged before, a merge and its undoing leave every file as it was', () => {
  const pair = fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 2 });
  const step = fc.tuple(fc.constantFrom('MergeCustomer' as const, 'UndoMerge' as const), pair);
  const property = fc.property(fc.array(step, { maxLength: 12 }), pair, (steps, last) => {
    const before = steps.reduce<Files>(
      (files, [type, each]) => decided(files, type, each),
      new Map(),
    );
    const between = decided(before, 'MergeCustomer', last);
    const after = between === before ? before : decided(between, 'UndoMerge', last);
    const states = (files: Files) => NAMES.map((name) => stateOf(files, name));
    expect(states(after)).toEqual(states(before));
    for (const [index, { merged: behind, into }] of states(between).entries()) {
      expect(into === undefined || behind.length === 0).toBe(true);
      for (const each of behind) expect(stateOf(between, each).into).toBe(NAMES[index]);
    }
  });
  fc.assert(property);
});

test('is told on a stream of its own for each file', () => {
  expect(mergeStreams.named({ customer: 'C-1' })).toBe('merge-C-1');
});
