import { expect, test } from '@jest/globals';
import { sha256 } from './sha256.js';

test('a record has the SHA-256 that everybody else computes of it, in any script', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('维修')).toBe('fede1630f0f8aca393d12a04bc7015fbc46adba4290c3d71945741d6e03922c3');
});
