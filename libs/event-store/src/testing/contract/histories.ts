import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { NewEvent, RecordedEvent } from '../../envelope.js';
import { VersionConflict } from '../../errors.js';
import type { EventStore, StreamWrite } from '../../port.js';
import { newStream, someEvent, someEvents, write } from '../events.js';
import { faultsIn, type History, type Sent } from '../faults-in-history.js';

const STREAMS = 3;

/** Milliseconds until a subscriber that is not given everything gives up. */
const PATIENCE = 10_000;

/** One append: to which stream, what its writer expects of it, and whether it is sent twice at once. */
interface Step {
  readonly stream: number;
  readonly expects: 'what it knows' | 'less' | 'anything';
  readonly count: number;
  readonly twice: boolean;
  readonly pause: number;
}

/** How a subscriber reads: it leaves after so many pages and resumes from its cursor. */
interface Reading {
  readonly pageSize: number;
  readonly pagesAtOnce: number;
}

const step = fc.record<Step>({
  stream: fc.nat(STREAMS - 1),
  expects: fc.constantFrom('what it knows', 'what it knows', 'anything', 'less'),
  count: fc.integer({ min: 1, max: 3 }),
  twice: fc.boolean(),
  pause: fc.nat(3),
});

const writers = fc.array(fc.array(step, { minLength: 4, maxLength: 10 }), {
  minLength: 2,
  maxLength: 6,
});

const readers = fc.array(
  fc.record<Reading>({
    pageSize: fc.integer({ min: 1, max: 12 }),
    pagesAtOnce: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(Infinity)),
  }),
  { minLength: 2, maxLength: 3 },
);

/**
 * Lets random writers and subscribers loose on a log, all at once, and looks at what they tell.
 *
 * @param stores on one log, each as a process of its own would have it; writers and subscribers take turns
 */
export async function expectSoundHistories(...stores: readonly EventStore[]): Promise<void> {
  await fc.assert(
    fc.asyncProperty(writers, readers, async (writing, reading) => {
      expect(faultsIn(await happen(stores, writing, reading))).toEqual([]);
    }),
    // What happened once need not happen again: there is nothing to shrink.
    { numRuns: 12, endOnFailure: true },
  );
}

async function happen(
  stores: readonly EventStore[],
  writing: readonly (readonly Step[])[],
  reading: readonly Reading[],
): Promise<History> {
  const turn = (number: number) => stores[number % stores.length]!;
  const after = await turn(0).head();
  const streams = Array.from({ length: STREAMS }, () => newStream('history'));
  const last = someEvent();
  const following = Promise.all(reading.map((how, n) => follow(turn(n), after, last, how)));
  const sent = await Promise.all(writing.map((steps, n) => keepWriting(turn(n), streams, steps)));
  const end = await send(turn(1), write(newStream('history'), 0, last));
  const seen = await following;
  return { log: await logAfter(turn(0), after), sent: [...sent.flat(2), end], seen };
}

/** Appends step by step; what a writer knows of a stream is what it was last answered. */
async function keepWriting(
  store: EventStore,
  streams: readonly string[],
  steps: readonly Step[],
): Promise<Sent[][]> {
  const known = new Map<string, number>();
  const sent: Sent[][] = [];
  for (const { stream: number, expects, count, twice, pause } of steps) {
    const stream = streams[number]!;
    const version = known.get(stream) ?? 0;
    const expected = {
      'what it knows': version,
      less: Math.max(0, version - 1),
      anything: 'any' as const,
    };
    const append = write(stream, expected[expects], ...someEvents(count));
    // A repeat is known again everywhere only where it expects a version.
    const times = twice && expects !== 'anything' ? 2 : 1;
    const answers = await Promise.all(
      Array.from({ length: times }, () =>
        send(store, append, (actual) => known.set(stream, actual)),
      ),
    );
    sent.push(answers);
    await sleep(pause);
  }
  return sent;
}

async function send(
  store: EventStore,
  append: StreamWrite,
  learn: (version: number) => void = () => undefined,
): Promise<Sent> {
  const began = performance.now();
  try {
    const appended = await store.append([append]);
    learn(appended.versions[append.stream]!);
    return { write: append, began, ended: performance.now(), appended };
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    learn(error.actual);
    return { write: append, began, ended: performance.now() };
  }
}

/** What a subscriber is given, until the last event. */
async function follow(
  store: EventStore,
  after: bigint,
  last: NewEvent,
  { pageSize, pagesAtOnce }: Reading,
): Promise<RecordedEvent[]> {
  const signal = AbortSignal.timeout(PATIENCE);
  const seen: RecordedEvent[] = [];
  let cursor = after;
  while (!signal.aborted) {
    let pages = 0;
    for await (const { events, scannedTo } of store.subscribe({
      after: cursor,
      pageSize,
      signal,
    })) {
      seen.push(...events);
      cursor = scannedTo;
      if (events.at(-1)?.id === last.id) return seen;
      if (++pages >= pagesAtOnce) break;
    }
  }
  return seen;
}

async function logAfter(store: EventStore, after: bigint): Promise<RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for (let cursor = after; ;) {
    const page = await store.readAll({ after: cursor });
    log.push(...page.events);
    if (page.atHead) return log;
    cursor = page.scannedTo;
  }
}
