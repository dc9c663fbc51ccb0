import { expect, test } from '@jest/globals';
import type { Lookups } from '@app/event-store';
import type { DraftContract } from './domain/contract.commands.js';
import type { Contract } from './domain/contract.state.js';

/* The hole is left here on purpose: the compiler must complain, or the check of types fails. */

test('what a command must know and nobody looks up does not compile', () => {
  // @ts-expect-error whose contract it is must be on file, with the sites
  const none: Lookups<DraftContract, Contract> = {};
  expect(none).toEqual({});
});
