import { expect, test } from '@jest/globals';
import type { ShownAs } from '@app/aggregates';
import type { Lookups } from '@app/event-store';
import type { EntitlementEntry, EntitlementRegister } from './domain/entitlement.js';
import type { SetSlaTerms, SlaTermsRegister } from './domain/sla-terms.js';

/* Each hole is left here on purpose: the compiler must complain, or the check of types fails. */

test('what a command must know and nobody looks up does not compile', () => {
  // @ts-expect-error who is promised something must be on file
  const none: Lookups<SetSlaTerms, SlaTermsRegister> = {};
  expect(none).toEqual({});
});

test('a body that promises more than the state has does not compile', () => {
  const asItIs: ShownAs<EntitlementRegister, EntitlementEntry> = {};
  // @ts-expect-error nothing is said of the shelf
  const more: ShownAs<EntitlementRegister, EntitlementEntry & { shelf: string }> = {};
  expect([asItIs, more]).toHaveLength(2);
});
