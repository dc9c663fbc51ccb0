import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sha256 } from './sha256.js';

test('it is the SHA-256 that everybody else computes, for every length around a block', () => {
  const property = (text: string) =>
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
  for (let length = 0; length <= 130; length++)
    property('单'.repeat(length % 7) + 'x'.repeat(length));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), property), { numRuns: 100 });
});
