import { expect } from '@jest/globals';
import { VersionConflict } from '../../errors.js';
import type { EventStore, ExpectedVersion } from '../../port.js';
import { filled, newStream, someEvent, someEvents, write } from '../events.js';
import type { Case } from './case.js';

const WRITERS = 32;

export const appending: readonly Case[] = [
  {
    number: 1,
    title: 'no-stream creates a stream, whose first event is version 1',
    check: async (store) => {
      const stream = newStream();
      const { versions, repeated } = await store.append([write(stream, 'no-stream', someEvent())]);
      expect({ versions, repeated }).toEqual({ versions: { [stream]: 1 }, repeated: false });
      expect(await versionsOf(store, stream)).toEqual([1]);
    },
  },
  {
    number: 2,
    title: 'no-stream, and version 0, conflict with a stream that exists',
    check: async (store) => {
      const { stream } = await filled(store, 2);
      await expectConflict(store, stream, 'no-stream', 2);
      await expectConflict(store, stream, 0, 2);
    },
  },
  {
    number: 3,
    title:
      'an exact version is taken when it is right; when stale or ahead it conflicts and names the actual one',
    check: async (store) => {
      const { stream } = await filled(store, 2);
      await store.append([write(stream, 2, someEvent())]);
      await expectConflict(store, stream, 2, 3);
      await expectConflict(store, stream, 4, 3);
      await expectConflict(store, newStream(), 1, 0);
      expect(await versionsOf(store, stream)).toEqual([1, 2, 3]);
    },
  },
  {
    number: 4,
    title: 'stream-exists conflicts with a stream that does not, and is taken by one that does',
    check: async (store) => {
      await expectConflict(store, newStream(), 'stream-exists', 0);
      const { stream } = await filled(store, 1);
      const { versions } = await store.append([write(stream, 'stream-exists', someEvent())]);
      expect(versions).toEqual({ [stream]: 2 });
    },
  },
  {
    number: 5,
    title: 'any is taken by a missing and by an existing stream',
    check: async (store) => {
      const stream = newStream();
      await store.append([write(stream, 'any', someEvent())]);
      await store.append([write(stream, 'any', someEvent())]);
      expect(await versionsOf(store, stream)).toEqual([1, 2]);
    },
  },
  {
    number: 6,
    title: 'of many that expect the same version exactly one wins',
    check: async (store) => {
      const { stream } = await filled(store, 1);
      await expectOneWinner(store, stream, 1);
      expect(await versionsOf(store, stream)).toEqual([1, 2]);
    },
  },
  {
    number: 7,
    title: 'of many that expect any version all are stored',
    check: async (store) => {
      const stream = newStream();
      const events = someEvents(WRITERS);
      const appended = await Promise.all(
        events.map((event) => store.append([write(stream, 'any', event)])),
      );
      const stored = await store.readStream(stream);
      expect(new Set(stored.map(({ id }) => id))).toEqual(new Set(events.map(({ id }) => id)));
      expect(new Set(appended.map(({ versions }) => versions[stream]))).toEqual(
        new Set(stored.map(({ version }) => version)),
      );
    },
  },
  {
    number: 8,
    title: 'of many that expect no stream exactly one wins',
    check: async (store) => {
      const stream = newStream();
      await expectOneWinner(store, stream, 'no-stream');
      expect(await versionsOf(store, stream)).toEqual([1]);
    },
  },
  {
    number: 9,
    title: 'several events of one append stand together, in their order',
    check: async (store) => {
      const { stream, events } = await filled(store, 100);
      const stored = await store.readStream(stream);
      expect(stored.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
      expect(stored.map(({ version }) => version)).toEqual(events.map((_, i) => i + 1));
    },
  },
  {
    number: 10,
    title: 'an append without events stores nothing, but is checked',
    check: async (store) => {
      const { stream } = await filled(store, 1);
      const { versions } = await store.append([write(stream, 1)]);
      expect(versions).toEqual({ [stream]: 1 });
      await expect(store.append([write(stream, 2)])).rejects.toThrow(VersionConflict);
      expect(await versionsOf(store, stream)).toEqual([1]);
    },
  },
  {
    number: 16,
    title: 'several streams are written together or not at all',
    needs: 'atomicMultiStream',
    check: async (store) => {
      const [a, b] = [newStream(), newStream()];
      const { versions } = await store.append([
        write(a, 0, someEvent()),
        write(b, 0, ...someEvents(2)),
      ]);
      expect(versions).toEqual({ [a]: 1, [b]: 2 });
      const refused = store.append([write(a, 1, someEvent()), write(b, 1, someEvent())]);
      await expect(refused).rejects.toMatchObject({ stream: b, expected: 1, actual: 2 });
      expect(await versionsOf(store, a)).toEqual([1]);
    },
  },
  {
    number: 17,
    title: 'a stream can be checked without being written',
    needs: 'atomicMultiStream',
    check: async (store) => {
      const [{ stream: checked }, written] = [await filled(store, 3), newStream()];
      await expect(
        store.append([write(checked, 2), write(written, 0, someEvent())]),
      ).rejects.toThrow(VersionConflict);
      await expect(
        store.append([write(checked, 'no-stream'), write(written, 0, someEvent())]),
      ).rejects.toThrow(VersionConflict);
      expect(await versionsOf(store, written)).toEqual([]);
      await store.append([write(checked, 3), write(written, 0, someEvent())]);
      expect(await versionsOf(store, written)).toEqual([1]);
    },
  },
  {
    number: 18,
    title: 'appends made at once are judged each alone: a conflict does no harm to its neighbours',
    check: async (store) => {
      const streams = Array.from({ length: WRITERS }, () => newStream());
      const settled = await Promise.allSettled(
        streams.map((stream, i) => store.append([write(stream, i % 3 === 0 ? 5 : 0, someEvent())])),
      );
      expect(settled.map(({ status }) => status)).toEqual(
        streams.map((_, i) => (i % 3 === 0 ? 'rejected' : 'fulfilled')),
      );
      const stored = await Promise.all(streams.map((stream) => store.readStream(stream)));
      expect(stored.map(({ length }) => length)).toEqual(
        streams.map((_, i) => (i % 3 === 0 ? 0 : 1)),
      );
    },
  },
];

async function versionsOf(store: EventStore, stream: string): Promise<number[]> {
  return (await store.readStream(stream)).map(({ version }) => version);
}

async function expectConflict(
  store: EventStore,
  stream: string,
  expected: ExpectedVersion,
  actual: number,
): Promise<void> {
  const refused = store.append([write(stream, expected, someEvent())]);
  await expect(refused).rejects.toThrow(VersionConflict);
  await expect(refused).rejects.toMatchObject({ stream, expected, actual });
}

async function expectOneWinner(
  store: EventStore,
  stream: string,
  expected: ExpectedVersion,
): Promise<void> {
  const settled = await Promise.allSettled(
    someEvents(WRITERS).map((event) => store.append([write(stream, expected, event)])),
  );
  const losers = settled.filter((result) => result.status === 'rejected');
  expect(losers).toHaveLength(WRITERS - 1);
  for (const { reason } of losers) expect(reason).toBeInstanceOf(VersionConflict);
}
