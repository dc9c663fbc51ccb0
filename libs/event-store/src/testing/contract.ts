import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Capabilities, EventStore } from '../port.js';
import { appending } from './contract/appending.js';
import { fidelity } from './contract/fidelity.js';
import { ordering } from './contract/ordering.js';
import { NAMES } from './contract/names.js';
import { reading } from './contract/reading.js';
import { repeating } from './contract/repeating.js';
import { resuming } from './contract/resuming.js';
import { subscribing } from './contract/subscribing.js';
import type { Case } from './contract/case.js';
import { expectSoundHistories } from './contract/histories.js';

/** A store for one run of the suite; what it holds besides is of no matter. */
export interface StoreUnderTest {
  readonly store: EventStore;
  close(): Promise<void>;
}

const CASES: readonly Case[] = [
  ...appending,
  ...repeating,
  ...reading,
  ...ordering,
  ...fidelity,
  ...subscribing,
  ...resuming,
];

/**
 * What every adapter of the port must do. A case that needs a capability is excused where the
 * adapter does not claim it, which the output then says.
 */
export function describeEventStore(
  name: string,
  capabilities: Capabilities,
  open: () => Promise<StoreUnderTest>,
): void {
  describe(`${name} keeps the contract of the event store`, () => {
    let opened: StoreUnderTest;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    test('claims the capabilities that the suite was told of', () => {
      expect(opened.store.capabilities).toEqual(capabilities);
    });

    test('is asked for everything by its name', () => {
      const asked = new Set(CASES.map(({ number }) => String(number)));
      expect(asked).toEqual(new Set(Object.keys(NAMES)));
    });

    describe.each(Object.entries(NAMES))('%s %s', (asked) => {
      for (const { title, needs, check } of CASES.filter(
        ({ number }) => String(number) === asked,
      )) {
        if (needs && !capabilities[needs]) {
          test(`${title} (excused: no ${needs})`, () => {
            expect(opened.store.capabilities[needs]).toBe(false);
          });
        } else {
          test(title, () => check(opened.store), 30_000);
        }
      }
    });

    test('any history of writers and readers at once is without a fault', async () => {
      await expectSoundHistories(opened.store);
    }, 60_000);
  });
}
