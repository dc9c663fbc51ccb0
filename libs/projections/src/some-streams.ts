import type { EventStore } from '@app/event-store';

/** Events that are looked through at most for streams that were written last. */
const LOOKED_THROUGH = 20_000;

/** Events in one page of them. */
const PAGE = 1_000;

/**
 * Streams that the log holds, each once: half of them those that were written last, the others by
 * chance. All of them where they are no more than asked for, in a log of up to 20,000 events.
 */
export async function someStreams(store: EventStore, count: number): Promise<string[]> {
  const chosen = new Set<string>();
  const newest = streamsBackward(store);
  await fill(chosen, newest, Math.ceil(count / 2));
  // Where positions have gaps, none can be guessed.
  if (store.capabilities.contiguousPositions)
    await fill(chosen, streamsByChance(store, count), count);
  await fill(chosen, newest, count);
  return [...chosen];
}

async function fill(
  chosen: Set<string>,
  streams: AsyncGenerator<string, void>,
  count: number,
): Promise<void> {
  while (chosen.size < count) {
    const { value, done } = await streams.next();
    if (done) return;
    chosen.add(value);
  }
}

async function* streamsBackward(store: EventStore): AsyncGenerator<string, void> {
  let after: bigint | undefined;
  for (let seen = 0; seen < LOOKED_THROUGH; seen += PAGE) {
    const options = { direction: 'backward', limit: PAGE } as const;
    const { events } = await store.readAll(after === undefined ? options : { ...options, after });
    for (const { stream } of events) yield stream;
    if (events.length < PAGE) return;
    after = events.at(-1)!.position;
  }
}

async function* streamsByChance(store: EventStore, tries: number): AsyncGenerator<string, void> {
  const head = Number(await store.head());
  for (let n = 0; n < tries; n++) {
    const after = BigInt(Math.floor(Math.random() * head));
    const { events } = await store.readAll({ after, limit: 1 });
    for (const { stream } of events) yield stream;
  }
}
