import { expect, test } from '@jest/globals';
import { valueAt } from './pointer.js';

const STATE = { status: 'open', visits: [{ visit: 1 }, { visit: 2 }], 'a/b~c': 0 };

test('finds a value at any depth', () => {
  expect(valueAt(STATE, '')).toBe(STATE);
  expect(valueAt(STATE, '/status')).toBe('open');
  expect(valueAt(STATE, '/visits/1/visit')).toBe(2);
  expect(valueAt(STATE, '/a~1b~0c')).toBe(0);
});

test('finds null where nothing is', () => {
  expect(valueAt(STATE, '/visits/2/visit')).toBeNull();
  expect(valueAt(STATE, '/status/length')).toBeNull();
  expect(valueAt(null, '/status')).toBeNull();
});
