import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from './fingerprint.js';

test('the order of the keys does not matter, at any depth', () => {
  const one = { type: 'LogLabour', data: { hours: '1.5', span: { from: 'a', until: 'b' } } };
  const other = { data: { span: { until: 'b', from: 'a' }, hours: '1.5' }, type: 'LogLabour' };
  expect(fingerprint(other)).toBe(fingerprint(one));
});

test('a field that is undefined is a field that was left out', () => {
  expect(fingerprint({ type: 'Depart', onBehalfOf: undefined })).toBe(
    fingerprint({ type: 'Depart' }),
  );
});

test('what is stored with events stays what it was', () => {
  const wish = {
    type: 'GiveExplanation',
    data: { visit: 1, advice: '滤网"', parts: [] },
    at: null,
  };
  expect(fingerprint(wish)).toBe('Oaqjla7ZR0e45xrq_VguDS');
});

test('values that differ have fingerprints that differ, and equal ones the same after a round trip', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const again: unknown = JSON.parse(JSON.stringify(one));
      expect(fingerprint(again)).toBe(fingerprint(one));
      if (JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)))
        expect(fingerprint(other)).not.toBe(fingerprint(one));
    }),
  );
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, part]) => [key, sorted(part)]);
}
