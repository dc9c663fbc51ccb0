import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { visitPlanned } from '../append/events.js';
import { makeLog } from '../append/ours.js';
import { emmettEvent, openEmmett } from '../emmett.js';
import { inTurn } from '../in-turn.js';

/** How many streams there are of each length. */
export const STREAMS = { 10: 10_000, 100: 500, 1_000: 50 } as const;

export type Length = keyof typeof STREAMS;

/** Events of all streams. */
export const ALL = 200_000;

const ALL_STREAMS = Object.entries(STREAMS).flatMap(([length, count]) =>
  Array.from({ length: count }, (_, i) => ({ stream: `ticket-${length}-${i}`, length: +length })),
);

/** One stream of that length after another, in no order in which they were stored. */
export function streamsOf(length: Length): () => string {
  let next = 0;
  return () => `ticket-${length}-${(next += 7_919) % STREAMS[length]}`;
}

export async function fillLog(url: string): Promise<void> {
  await makeLog(url);
  const store = await PostgresEventStore.open({ connectionString: url });
  await inTurn(ALL_STREAMS.length, 16, async (number) => {
    const { stream, length } = ALL_STREAMS[number]!;
    const events = Array.from({ length }, () => visitPlanned(stream));
    await store.append([{ stream, expected: 0, events }]);
  });
  await store.close();
}

export async function fillEmmett(url: string): Promise<void> {
  const { store, close } = await openEmmett(url, 8);
  await inTurn(ALL_STREAMS.length, 8, async (number) => {
    const { stream, length } = ALL_STREAMS[number]!;
    const events = Array.from({ length }, () => emmettEvent(visitPlanned(stream)));
    await store.appendToStream(stream, events, { expectedStreamVersion: 0n });
  });
  await close();
}
