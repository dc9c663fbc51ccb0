import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { upcast, type EventTypes } from '../../upcasters.js';
import { filled, idsOf, newStream, pagesUntil, someEvent, someEvents, write } from '../events.js';
import type { Case } from './case.js';

export const resuming: readonly Case[] = [
  {
    number: 29,
    title: 'a subscription resumed from any page goes on exactly there',
    check: async (store) => {
      const after = await store.head();
      const { events } = await filled(store, 25);
      const [head] = await pagesUntil(store, { after, pageSize: 10 }, () => true);
      const tail = await pagesUntil(
        store,
        { after: head!.scannedTo, pageSize: 10 },
        ({ atHead }) => atHead,
      );
      expect(idsOf([head!, ...tail])).toEqual(events.map(({ id }) => id));
    },
  },
  {
    number: 31,
    title: 'a page whose handling failed comes again to who resumes from the last one handled',
    check: async (store) => {
      let cursor = await store.head();
      const { events } = await filled(store, 30);
      const handled: string[] = [];
      const handle = async (fails: boolean) => {
        for await (const page of store.subscribe({ after: cursor, pageSize: 10 })) {
          if (fails && handled.length === 10) throw new RangeError('the handler failed');
          handled.push(...idsOf([page]));
          cursor = page.scannedTo;
          if (handled.length >= 30) return;
        }
      };
      await expect(handle(true)).rejects.toThrow(RangeError);
      await expect(handle(true)).rejects.toThrow(RangeError);
      await handle(false);
      expect(handled).toEqual(events.map(({ id }) => id));
    },
  },
  {
    number: 32,
    title: 'a cursor that is noted at any moment of catching up leaves out nothing',
    check: async (store) => {
      const after = await store.head();
      await filled(store, 60);
      const noted = new Map<bigint, number>();
      const handled: string[] = [];
      let cursor = after;
      const timer = setInterval(() => noted.set(cursor, handled.length), 1);
      const writing = Promise.all(Array.from({ length: 4 }, () => filled(store, 10)));
      for await (const page of store.subscribe({ after, pageSize: 7 })) {
        await sleep(3);
        handled.push(...idsOf([page]));
        cursor = page.scannedTo;
        if (handled.length >= 100) break;
      }
      clearInterval(timer);
      await writing;
      expect(noted.size).toBeGreaterThan(3);
      for (const [from, count] of noted) {
        const rest = await store.readAll({ after: from, limit: 200 });
        expect(idsOf([rest])).toEqual(handled.slice(count));
      }
    },
  },
  {
    number: 39,
    title: 'events of older versions are upcast page by page, one to one, and cursors stay theirs',
    check: async (store) => {
      const types: EventTypes = {
        SomethingHappened: {
          schemaVersion: 3,
          upcasters: [
            ({ n }: { n: number }) => ({ count: n }),
            ({ count }: { count: number }) => ({ count, unit: 'piece' }),
          ],
        },
      };
      const stored = [
        { ...someEvent({ n: 1 }), schemaVersion: 1 },
        { ...someEvent({ count: 2 }), schemaVersion: 2 },
        { ...someEvent({ count: 3, unit: 'piece' }), schemaVersion: 3 },
        { ...someEvent({ n: 4 }), schemaVersion: 1 },
        ...someEvents(1).map((event) => ({ ...event, type: 'OfAnotherContext' })),
      ];
      let after = await store.head();
      await store.append([write(newStream(), 0, ...stored)]);
      const seen: unknown[] = [];
      while (seen.length < stored.length) {
        const [page] = await pagesUntil(store, { after, pageSize: 2 }, () => true);
        for (const event of page!.events) {
          const { id, position, data } = upcast(event, types);
          expect({ id, position }).toEqual({ id: event.id, position: event.position });
          seen.push(data);
        }
        after = page!.scannedTo;
      }
      const upcasted = [1, 2, 3, 4].map((count) => ({ count, unit: 'piece' }));
      expect(seen).toEqual([...upcasted, { n: 0 }]);
    },
  },
];
