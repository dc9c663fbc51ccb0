import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverAll, isWithin, type Range } from './range.js';

const letters = [...'ABCDEFG'];
const bound = fc.option(fc.constantFrom(...letters), { nil: undefined });
const range = fc
  .record({ after: bound, upTo: bound })
  .map(({ after, upTo }): Range => ({ ...(after && { after }), ...(upTo && { upTo }) }));
/** Numbers before, between and after all that bound the ranges. */
const numbers = ['0', ...letters.flatMap((letter) => [letter, `${letter}5`])];

test('[R16] ranges cover all numbers where, and only where, each number is within one of them', () => {
  let covered = 0;
  const property = fc.property(fc.array(range, { maxLength: 5 }), (ranges) => {
    const each = numbers.every((number) => ranges.some((one) => isWithin(one, number)));
    expect(coverAll(ranges)).toBe(each);
    covered += Number(each);
  });
  fc.assert(property, { numRuns: 2000 });
  expect(covered).toBeGreaterThan(100);
});
