import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changesBetween } from './changes.js';
import { applyChanges } from './testing/apply-changes.js';

describe('the changes between two states', () => {
  test('are none when nothing changed', () => {
    expect(changesBetween({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
  });

  test('name each field by its pointer, with what stood there before and after', () => {
    const before = { status: 'open', visits: [{ visit: 1, status: 'scheduled' }], note: 'x' };
    const after = {
      status: 'open',
      visits: [{ visit: 1, status: 'on-site', arrivedAt: 'now' }, { visit: 2 }],
    };
    expect(changesBetween(before, after)).toEqual([
      { op: 'replace', path: '/visits/0/status', from: 'scheduled', to: 'on-site' },
      { op: 'add', path: '/visits/0/arrivedAt', to: 'now' },
      { op: 'add', path: '/visits/1', to: { visit: 2 } },
      { op: 'remove', path: '/note', from: 'x' },
    ]);
  });

  test('take items off the end of a list, the last one first', () => {
    expect(changesBetween([1, 2, 3], [9])).toEqual([
      { op: 'replace', path: '/0', from: 1, to: 9 },
      { op: 'remove', path: '/2', from: 3 },
      { op: 'remove', path: '/1', from: 2 },
    ]);
  });

  test('replace the whole where its kind changed', () => {
    expect(changesBetween(null, { a: 1 })).toEqual([
      { op: 'replace', path: '', from: null, to: { a: 1 } },
    ]);
    expect(changesBetween({ a: [] }, { a: {} })).toEqual([
      { op: 'replace', path: '/a', from: [], to: {} },
    ]);
  });

  test('escape the two characters that mean something in a pointer', () => {
    expect(changesBetween({}, { 'a/b~c': 1 })).toEqual([{ op: 'add', path: '/a~1b~0c', to: 1 }]);
  });

  test('count an undefined property as absent', () => {
    expect(changesBetween({ a: undefined }, { b: undefined })).toEqual([]);
    expect(changesBetween({ a: 1 }, { a: undefined })).toEqual([
      { op: 'remove', path: '/a', from: 1 },
    ]);
  });

  test('applied to the state before, give the state after', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(value, value, (before, after) => {
        expect(applyChanges(before, changesBetween(before, after))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  test('applied to states that share most of their fields, give the state after', () => {
    const key = fc.constantFrom('a', 'b', '/', '~', '__proto__');
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, 0, 1, 'x'),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(key, tie('node'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).node;
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        expect(applyChanges(before, changesBetween(before, after))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });
});
