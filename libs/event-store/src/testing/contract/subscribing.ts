import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Page } from '../../port.js';
import { filled, idsOf, newStream, pagesUntil, someEvent, someEvents, write } from '../events.js';
import type { Case } from './case.js';

export const subscribing: readonly Case[] = [
  {
    number: 26,
    title: 'a subscription without a position begins with the first event of all',
    check: async (store) => {
      await filled(store, 3);
      const [page] = await pagesUntil(store, { pageSize: 2 }, ({ events }) => events.length > 0);
      expect(page!.events).toEqual((await store.readAll({ limit: 2 })).events);
      const { position } = page!.events[0]!;
      const before = await store.readAll({ direction: 'backward', after: position });
      expect(before.events).toEqual([]);
    },
  },
  {
    number: 26,
    title: 'a subscription begins after its position, with what is stored and then with what comes',
    check: async (store) => {
      const before = await store.head();
      const { events } = await filled(store, 3);
      const first = (await store.readAll({ after: before, limit: 1 })).scannedTo;
      const following = pagesUntil(store, { after: first }, (_, count) => count === 4);
      await sleep(50);
      const coming = someEvents(2);
      await store.append([write(newStream(), 0, ...coming)]);
      expect(idsOf(await following)).toEqual([...events.slice(1), ...coming].map(({ id }) => id));
    },
  },
  {
    number: 26,
    title: 'a subscription from the head says that it has caught up, and waits',
    check: async (store) => {
      const after = await store.head();
      const [page] = await pagesUntil(store, { after }, () => true);
      expect(page).toEqual({ events: [], scannedTo: after, atHead: true, looked: 0 });
    },
  },
  {
    number: 27,
    title: 'from the past into the present, under writers, nothing is left out, doubled or moved',
    check: async (store) => {
      const after = await store.head();
      await filled(store, 200);
      const following = pagesUntil(store, { after, pageSize: 7 }, (_, count) => count >= 500);
      await Promise.all(Array.from({ length: 10 }, () => writeOneByOne(30)));
      const positions = (await following).flatMap(({ events }) =>
        events.map(({ position }) => position),
      );
      const stored = (await store.readAll({ after, limit: 500 })).events.map(
        ({ position }) => position,
      );
      expect(positions).toEqual(stored);

      async function writeOneByOne(count: number): Promise<void> {
        const stream = newStream();
        for (let n = 0; n < count; n++) await store.append([write(stream, n, someEvent())]);
      }
    },
  },
  {
    number: 28,
    title: 'a filtered subscription gets every match, and its cursor moves on between them',
    check: async (store) => {
      const after = await store.head();
      const type = `Rare${after}`;
      const following = pagesUntil(store, { after, types: [type] }, (_, count) => count === 2);
      const rare = [someEvent({}, type), someEvent({}, type)];
      for (const event of rare)
        await store.append([write(newStream(), 0, ...someEvents(3), event, ...someEvents(3))]);
      const pages = await following;
      expect(idsOf(pages)).toEqual(rare.map(({ id }) => id));
      for (const [i, page] of pages.slice(1).entries())
        expect(page.scannedTo > pages[i]!.scannedTo).toBe(true);
    },
  },
  {
    number: 30,
    title: 'a slow reader loses nothing, and holds one page at a time',
    check: async (store) => {
      const after = await store.head();
      const ids: string[] = [];
      const writing = filled(store, 40);
      for await (const page of store.subscribe({ after, pageSize: 10 })) {
        expect(page.events.length).toBeLessThanOrEqual(10);
        ids.push(...page.events.map(({ id }) => id));
        await sleep(20);
        if (ids.length >= 40) break;
      }
      expect(ids).toEqual((await writing).events.map(({ id }) => id));
    },
  },
  {
    number: 28,
    title: 'whom nothing concerns of what came hears that it came, and how much it was',
    check: async (store) => {
      const after = await store.head();
      let looked = 0;
      const following = pagesUntil(store, { after, types: ['Never'] }, (page) => {
        looked += page.looked;
        return looked >= 12;
      });
      await sleep(50);
      await filled(store, 12);
      const pages = await following;
      expect(pages.flatMap(({ events }) => events)).toEqual([]);
      expect(pages.at(-1)!.scannedTo).toBeGreaterThan(after);
      expect(looked).toBe(12);
    },
  },
  {
    number: 33,
    title: 'having caught up is said at the head only, and once until more comes',
    check: async (store) => {
      const after = await store.head();
      await filled(store, 20);
      const pages: Page[] = [];
      const stop = new AbortController();
      const following = (async () => {
        for await (const page of store.subscribe({ after, pageSize: 8, signal: stop.signal }))
          pages.push(page);
      })();
      await sleep(300);
      stop.abort();
      await following;
      expect(pages.map(({ events, atHead }) => [events.length, atHead])).toEqual([
        [8, false],
        [8, false],
        [4, true],
      ]);
    },
  },
  {
    number: 34,
    title: 'a subscription that is stopped in a page, or while it waits, delivers nothing more',
    check: async (store) => {
      const after = await store.head();
      await filled(store, 30);
      const inPage = new AbortController();
      let pages = 0;
      for await (const page of store.subscribe({ after, pageSize: 10, signal: inPage.signal })) {
        pages += page.events.length > 0 ? 1 : 0;
        inPage.abort();
      }
      expect(pages).toBe(1);
      const waiting = new AbortController();
      const iterator = store
        .subscribe({ after: await store.head(), signal: waiting.signal })
        [Symbol.asyncIterator]();
      await iterator.next();
      const next = iterator.next();
      await sleep(20);
      waiting.abort();
      expect(await next).toEqual({ done: true, value: undefined });
      const aborted = store.subscribe({ signal: AbortSignal.abort() })[Symbol.asyncIterator]();
      expect((await aborted.next()).done).toBe(true);
    },
  },
  {
    number: 36,
    title: 'two subscribers see the same in the same order',
    check: async (store) => {
      const after = await store.head();
      const follow = () => pagesUntil(store, { after, pageSize: 9 }, (_, count) => count >= 60);
      const both = Promise.all([follow(), follow()]);
      await Promise.all(Array.from({ length: 6 }, () => filled(store, 10)));
      const [one, other] = await both;
      expect(idsOf(one)).toEqual(idsOf(other));
    },
  },
];
