import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Capabilities, EventStore } from '../port.js';
import { appending } from './contract/appending.js';
import { fidelity } from './contract/fidelity.js';
import { ordering } from './contract/ordering.js';
import { reading } from './contract/reading.js';
import { repeating } from './contract/repeating.js';
import { subscribing } from './contract/subscribing.js';
import type { Case } from './contract/case.js';

/** A store for one run of the suite; what it holds besides is of no matter. */
export interface StoreUnderTest {
  readonly store: EventStore;
  close(): Promise<void>;
}

/*
 * The numbers are those under which the cases were collected from the faults of other stores. Those
 * missing are no promise of the port: 31, 32 and 39 are kept by projections and upcasters, 35 and 40
 * by adapters that know tombstones and events of their own.
 */
const CASES: readonly Case[] = [
  ...appending,
  ...repeating,
  ...reading,
  ...ordering,
  ...fidelity,
  ...subscribing,
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

    for (const { number, title, needs, check } of CASES) {
      if (needs && !capabilities[needs]) {
        test(`${number} ${title} (excused: no ${needs})`, () => {
          expect(opened.store.capabilities[needs]).toBe(false);
        });
      } else {
        test(`${number} ${title}`, () => check(opened.store), 30_000);
      }
    }
  });
}
