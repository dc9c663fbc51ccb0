import { expect } from '@jest/globals';
import { CursorAhead } from '../../errors.js';
import { filled, newStream, pagesUntil, someEvent, someEvents, write } from '../events.js';
import type { Case } from './case.js';

const DELETING = /delete|tombstone|truncate|scavenge/i;

/** Streams of a server, and those that an adapter keeps beside ours. */
const OF_THE_STORE = /^(\$|event_store-)/;

export const reading: readonly Case[] = [
  {
    number: 19,
    title:
      'a stream is read forward, backward, from a version, up to a limit and from beyond its end',
    check: async (store) => {
      const { stream } = await filled(store, 5);
      const read = async (options?: Parameters<typeof store.readStream>[1]) =>
        (await store.readStream(stream, options)).map(({ version }) => version);
      expect(await read()).toEqual([1, 2, 3, 4, 5]);
      expect(await read({ from: 3 })).toEqual([3, 4, 5]);
      expect(await read({ from: 2, limit: 2 })).toEqual([2, 3]);
      expect(await read({ direction: 'backward' })).toEqual([5, 4, 3, 2, 1]);
      expect(await read({ direction: 'backward', limit: 1 })).toEqual([5]);
      expect(await read({ direction: 'backward', from: 3, limit: 2 })).toEqual([3, 2]);
      expect(await read({ from: 6 })).toEqual([]);
    },
  },
  {
    number: 19,
    title: 'a stream is read from its newest event of a type, and whole where it holds none',
    check: async (store) => {
      const stream = newStream();
      const read = async (fromLast: string) =>
        (await store.readStream(stream, { fromLast })).map(({ version }) => version);
      expect(await read('Carried')).toEqual([]);
      await store.append([write(stream, 0, ...someEvents(130))]);
      expect(await read('Carried')).toHaveLength(130);
      for (const version of [130, 131 + 63, 131 + 63 + 64])
        await store.append([write(stream, version, someEvent({}, 'Carried'), ...someEvents(63))]);
      expect(await read('Carried')).toEqual(Array.from({ length: 64 }, (_, n) => 259 + n));
      await store.append([write(stream, 322, ...someEvents(70))]);
      expect(await read('Carried')).toEqual(Array.from({ length: 134 }, (_, n) => 259 + n));
      expect((await read('Never')).at(0)).toBe(1);
    },
  },
  {
    number: 20,
    title: 'a stream that does not exist has no events, and several streams are read at once',
    check: async (store) => {
      const [missing, { stream: a }, { stream: b }] = [
        newStream(),
        await filled(store, 2),
        await filled(store, 3),
      ];
      expect(await store.readStream(missing)).toEqual([]);
      const all = await store.readStreams([a, missing, b]);
      expect([...all].map(([stream, events]) => [stream, events.length])).toEqual([
        [a, 2],
        [missing, 0],
        [b, 3],
      ]);
      expect(all.get(b)).toEqual(await store.readStream(b));
      expect(await store.readStreams([])).toEqual(new Map());
    },
  },
  {
    number: 20,
    title: 'a stream is found by its name in other capitals, and is not its own namesake',
    check: async (store) => {
      const { stream } = await filled(store, 2);
      expect(await store.caseCollisionOf(stream.toUpperCase())).toBe(stream);
      expect(await store.caseCollisionOf(stream)).toBeUndefined();
      expect(await store.caseCollisionOf(newStream().toUpperCase())).toBeUndefined();
    },
  },
  {
    number: 19,
    title:
      'all events are read by pages, forward and backward, without the one the cursor stands on',
    check: async (store) => {
      const before = await store.head();
      const { events } = await filled(store, 7);
      const ids = events.map(({ id }) => id);
      const first = await store.readAll({ after: before, limit: 3 });
      expect(first.events.map(({ id }) => id)).toEqual(ids.slice(0, 3));
      expect(first).toMatchObject({ scannedTo: first.events[2]!.position, atHead: false });
      const rest = await store.readAll({ after: first.scannedTo });
      expect(rest.events.map(({ id }) => id)).toEqual(ids.slice(3));
      expect(rest).toMatchObject({ scannedTo: await store.head(), atHead: true });
      const back = await store.readAll({ direction: 'backward', limit: 2 });
      expect(back.events.map(({ id }) => id)).toEqual([ids[6], ids[5]]);
      const further = await store.readAll({
        direction: 'backward',
        after: back.scannedTo,
        limit: 2,
      });
      expect(further.events.map(({ id }) => id)).toEqual([ids[4], ids[3]]);
      expect(further.atHead).toBe(false);
    },
  },
  {
    number: 28,
    title: 'a filter by type skips nothing, and its cursor passes over what does not match',
    check: async (store) => {
      const before = await store.head();
      const wanted = [someEvent({}, 'Wanted'), someEvent({}, 'Wanted')];
      await store.append([
        write(
          newStream(),
          0,
          ...someEvents(4),
          wanted[0]!,
          ...someEvents(3),
          wanted[1]!,
          ...someEvents(5),
        ),
      ]);
      const one = await store.readAll({ after: before, types: ['Wanted'], limit: 1 });
      expect(one.events.map(({ id }) => id)).toEqual([wanted[0]!.id]);
      expect(one).toMatchObject({ scannedTo: one.events[0]!.position, atHead: false, looked: 5 });
      const rest = await store.readAll({ after: one.scannedTo, types: ['Wanted', 'Never'] });
      expect(rest.events.map(({ id }) => id)).toEqual([wanted[1]!.id]);
      expect(rest).toMatchObject({ scannedTo: await store.head(), atHead: true, looked: 9 });
      const none = await store.readAll({ after: before, types: ['Never'] });
      const scannedTo = await store.head();
      expect(none).toEqual({ events: [], scannedTo, atHead: true, looked: 14 });
      const back = await store.readAll({ direction: 'backward', types: ['Wanted'], limit: 1 });
      expect(back.events.map(({ id }) => id)).toEqual([wanted[1]!.id]);
      expect(back.looked).toBe(6);
    },
  },
  {
    number: 35,
    title: 'the store has no way to delete a stream, softly or for good',
    check: async (store) => {
      const { stream } = await filled(store, 1);
      const ways: string[] = [];
      for (
        let of: object = store;
        of !== Object.prototype;
        of = Object.getPrototypeOf(of) as object
      )
        ways.push(...Object.getOwnPropertyNames(of).filter((name) => DELETING.test(name)));
      expect(ways).toEqual([]);
      expect(await store.readStream(stream)).toHaveLength(1);
    },
  },
  {
    number: 40,
    title: 'what the store keeps for itself is neither read nor subscribed to',
    check: async (store) => {
      const { stream } = await filled(store, 2);
      expect(await store.caseCollisionOf(stream.toUpperCase())).toBe(stream);
      const pages = await pagesUntil(store, { pageSize: 1_000 }, ({ atHead }) => atHead);
      const streams = pages.flatMap(({ events }) => events.map((event) => event.stream));
      expect(streams).toContain(stream);
      expect(streams.filter((name) => OF_THE_STORE.test(name))).toEqual([]);
      const types = pages.flatMap(({ events }) => events.map(({ type }) => type));
      expect(types.filter((type) => type.startsWith('$'))).toEqual([]);
      const { scannedTo: after } = pages.at(-1)!;
      expect((await store.readAll({ after })).events).toEqual([]);
    },
  },
  {
    number: 37,
    title: 'a cursor beyond the newest event is refused: it is of another log or of a lost future',
    check: async (store) => {
      const head = await store.head();
      expect(await store.readAll({ after: head })).toEqual({
        events: [],
        scannedTo: head,
        atHead: true,
        looked: 0,
      });
      await expect(store.readAll({ after: head + 1n })).rejects.toThrow(CursorAhead);
      await expect(store.readAll({ after: head + 1n, types: ['Any'] })).rejects.toThrow(
        CursorAhead,
      );
      await expect(
        store
          .subscribe({ after: head + 1n })
          [Symbol.asyncIterator]()
          .next(),
      ).rejects.toThrow(CursorAhead);
    },
  },
];
