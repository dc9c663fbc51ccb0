import { expect } from '@jest/globals';
import type { RecordedEvent } from '../../envelope.js';
import type { EventStore } from '../../port.js';
import { newStream, someEvents, write } from '../events.js';
import type { Case } from './case.js';

export const ordering: readonly Case[] = [
  {
    number: 9,
    title: 'whoever reads meanwhile sees all events of an append, or none',
    check: async (store) => {
      const streams = Array.from({ length: 5 }, () => newStream());
      const writing = Promise.all(
        streams.map((stream) => store.append([write(stream, 0, ...someEvents(100))])),
      );
      const lengths = new Set<number>();
      const look = async () => {
        for (const events of (await store.readStreams(streams)).values())
          lengths.add(events.length);
      };
      await Promise.all([look(), look(), look(), writing.then(look)]);
      expect([...lengths].filter((length) => length > 0)).toEqual([100]);
    },
  },
  {
    number: 21,
    title: 'the order of all events keeps the order of every stream',
    check: async (store) => {
      const before = await store.head();
      await manyWriters(store);
      const last = new Map<string, number>();
      for (const { stream, version } of await everything(store, before)) {
        expect(version).toBe((last.get(stream) ?? 0) + 1);
        last.set(stream, version);
      }
      expect(last.size).toBe(8);
    },
  },
  {
    number: 22,
    title: 'what was acknowledged before another append began stands before it',
    check: async (store) => {
      const acknowledged: { began: number; ended: number; position: bigint }[] = [];
      await manyWriters(store, (began, position) =>
        acknowledged.push({ began, ended: performance.now(), position }),
      );
      const byEnd = [...acknowledged].sort((a, b) => a.ended - b.ended);
      for (const later of acknowledged) {
        const earlier = byEnd.filter(({ ended }) => ended < later.began);
        for (const { position } of earlier) expect(position < later.position).toBe(true);
      }
    },
  },
  {
    number: 23,
    title: 'positions are without a gap',
    needs: 'contiguousPositions',
    check: async (store) => {
      await manyWriters(store);
      const events = await everything(store, 0n);
      expect(events.map(({ position }) => position)).toEqual(events.map((_, i) => BigInt(i + 1)));
    },
  },
  {
    number: 23,
    title: 'positions and the time of recording never go back',
    check: async (store) => {
      await manyWriters(store);
      const events = await everything(store, 0n);
      const recorded = new Map<string, string>();
      for (const [i, event] of events.entries()) {
        expect(event.position > (events[i - 1]?.position ?? 0n)).toBe(true);
        const together = store.capabilities.contiguousPositions ? 'the log' : event.stream;
        expect(event.recordedAt >= (recorded.get(together) ?? '')).toBe(true);
        recorded.set(together, event.recordedAt);
      }
    },
  },
];

/** Eight writers, each with a stream of its own, ten appends of one to three events one after another. */
async function manyWriters(
  store: EventStore,
  acknowledged?: (began: number, position: bigint) => void,
): Promise<void> {
  const writer = async () => {
    const stream = newStream();
    let version = 0;
    for (let n = 0; n < 10; n++) {
      const events = someEvents((n % 3) + 1);
      const began = performance.now();
      const { position } = await store.append([write(stream, version, ...events)]);
      acknowledged?.(began, position);
      version += events.length;
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
}

async function everything(store: EventStore, after: bigint): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (
    let page = await store.readAll({ after, limit: 100 });
    ;
    page = await store.readAll({ after: page.scannedTo })
  ) {
    events.push(...page.events);
    if (page.atHead) return events;
  }
}
