import { expect, test } from '@jest/globals';
import type { ShownAs } from '@app/aggregates';
import type { EntitlementEntry, EntitlementRegister } from './domain/entitlement.js';

/* The hole is left here on purpose: the compiler must complain, or the check of types fails. */

test('a body that promises more than the state has does not compile', () => {
  const asItIs: ShownAs<EntitlementRegister, EntitlementEntry> = {};
  // @ts-expect-error nothing is said of the shelf
  const more: ShownAs<EntitlementRegister, EntitlementEntry & { shelf: string }> = {};
  expect([asItIs, more]).toHaveLength(2);
});
