import { expect, test } from '@jest/globals';
import type { ShownAs } from '@app/aggregates';
import type { MergesBody } from './http/merge.dto.js';
import type { Merges } from './domain/merge/merge.js';

/* The hole is left here on purpose: the compiler must complain, or the check of types fails. */

test('a body that promises more than the state has does not compile', () => {
  const asItIs: ShownAs<Merges, MergesBody> = {};
  // @ts-expect-error nothing is said of the shelf
  const more: ShownAs<Merges, MergesBody & { shelf: string }> = {};
  expect([asItIs, more]).toHaveLength(2);
});
