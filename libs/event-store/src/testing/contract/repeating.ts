import { expect } from '@jest/globals';
import { DuplicateEvent } from '../../errors.js';
import { filled, newStream, someEvent, someEvents, write } from '../events.js';
import type { Case } from './case.js';

export const repeating: readonly Case[] = [
  {
    number: 11,
    title: 'the same append again stores nothing and answers as the first did',
    check: async (store) => {
      const append = [write(newStream(), 'no-stream', ...someEvents(3))];
      const first = await store.append(append);
      expect(await store.append(append)).toEqual({ ...first, repeated: true });
      expect(await store.readStream(append[0]!.stream)).toHaveLength(3);
    },
  },
  {
    number: 12,
    title: 'it is known again also after later appends',
    check: async (store) => {
      const { stream } = await filled(store, 1);
      const append = [write(stream, 1, ...someEvents(2))];
      const first = await store.append(append);
      await store.append([write(stream, 3, someEvent())]);
      expect(await store.append(append)).toEqual({ ...first, repeated: true });
    },
  },
  {
    number: 13,
    title: 'some stored ids among new ones are refused, and nothing is stored',
    check: async (store) => {
      const { stream, events } = await filled(store, 2);
      const attempts = [
        write(stream, 2, events[1]!, someEvent()),
        write(stream, 0, events[0]!, someEvent()),
        write(stream, 0, events[1]!, events[0]!),
        write(stream, 1, events[0]!),
      ];
      for (const attempt of attempts)
        await expect(store.append([attempt])).rejects.toThrow(DuplicateEvent);
      expect(await store.readStream(stream)).toHaveLength(2);
    },
  },
  {
    number: 14,
    title: 'a repeat that expects any version, or that the stream exists, is known too',
    needs: 'idempotentAny',
    check: async (store) => {
      const { stream } = await filled(store, 1);
      for (const expected of ['any', 'stream-exists'] as const) {
        const append = [write(stream, expected, ...someEvents(2))];
        const first = await store.append(append);
        expect(await store.append(append)).toEqual({ ...first, repeated: true });
      }
      expect(await store.readStream(stream)).toHaveLength(5);
    },
  },
  {
    number: 15,
    title: 'an event id that stands in another stream is refused',
    needs: 'idempotentAny',
    check: async (store) => {
      const { events } = await filled(store, 1);
      for (const expected of ['any', 0] as const) {
        const other = newStream();
        await expect(store.append([write(other, expected, events[0]!)])).rejects.toThrow(
          DuplicateEvent,
        );
        expect(await store.readStream(other)).toEqual([]);
      }
    },
  },
  {
    number: 38,
    title: 'the same append sent many times at once is stored once, and all are answered alike',
    check: async (store) => {
      const append = [write(newStream(), 0, ...someEvents(2))];
      const answers = await Promise.all(Array.from({ length: 16 }, () => store.append(append)));
      expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
      expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(await store.readStream(append[0]!.stream)).toHaveLength(2);
    },
  },
  {
    number: 38,
    title: 'what became of an append that nobody waited for is learnt by sending it again',
    check: async (store) => {
      const append = [write(newStream(), 0, ...someEvents(2))];
      const abandoned = store.append(append);
      const answer = await store.append(append);
      expect(answer.versions).toEqual({ [append[0]!.stream]: 2 });
      expect(await store.readStream(append[0]!.stream)).toHaveLength(2);
      expect((await abandoned).repeated).not.toBe(answer.repeated);
    },
  },
  {
    number: 38,
    title: 'a repeat over several streams is known as a whole, and refused in part',
    needs: 'atomicMultiStream',
    check: async (store) => {
      const checked = newStream();
      const writes = [
        write(newStream(), 0, someEvent()),
        write(newStream(), 'any', ...someEvents(2)),
        write(checked, 0),
      ];
      const first = await store.append(writes);
      await store.append([write(checked, 0, someEvent())]);
      expect(await store.append(writes)).toEqual({ ...first, repeated: true });
      const half = [writes[0]!, write(newStream(), 0, someEvent())];
      await expect(store.append(half)).rejects.toThrow(DuplicateEvent);
      expect(await store.readStream(half[1]!.stream)).toEqual([]);
    },
  },
];
