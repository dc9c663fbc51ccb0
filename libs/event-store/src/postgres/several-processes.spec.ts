import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { RecordedEvent } from '../envelope.js';
import type { EventStore } from '../port.js';
import { expectSoundHistories } from '../testing/contract/histories.js';
import { newStream, someEvent, someEvents, write } from '../testing/events.js';
import { expectKept, expectSoundLog, keepWriting, wholeLog } from '../testing/history.js';
import { OTHERS_WRITE_MS } from './log-knowledge.js';
import { PostgresEventStore } from './postgres-event-store.js';

const APPENDS = 40;
const WRITERS_PER_STORE = 6;

/** Each store stands for a process: it shares nothing with the others but the database. */
describe('several writers on one log', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const open = (path: 'adaptive' | 'locked' = 'adaptive') =>
    PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true, path });

  test.each([
    ['one alone', ['adaptive']],
    ['one that locks', ['locked']],
    ['two that are optimistic', ['adaptive', 'adaptive']],
    ['two that are optimistic and two that lock', ['adaptive', 'locked', 'adaptive', 'locked']],
  ] as const)(
    '%s: no gap, no inversion, nothing skipped by a reader, nothing acknowledged lost',
    async (_, paths) => {
      const stores = await Promise.all(paths.map((path) => open(path)));
      const start = await stores[0]!.head();
      const stop = new AbortController();
      const tail = follow(stores.at(-1)!, start, stop.signal);
      const shared = Array.from({ length: 3 }, () => newStream('shared'));

      const written = await Promise.all(
        stores.flatMap((store) =>
          Array.from({ length: WRITERS_PER_STORE }, () =>
            keepWriting(store, shared, (n) => n >= APPENDS),
          ),
        ),
      );

      const log = await wholeLog(stores[0]!);
      expectSoundLog(log);
      expectKept(log, written.flat());
      await tail.until(log.length);
      stop.abort();
      expect((await tail.done).map(({ id }) => id)).toEqual(
        log.slice(Number(start)).map(({ id }) => id),
      );
      await Promise.all(stores.map((store) => store.close()));
    },
  );

  test('any history of writers and readers in several processes is without a fault', async () => {
    const stores = await Promise.all((['adaptive', 'locked', 'adaptive'] as const).map(open));
    await expectSoundHistories(...stores);
    await Promise.all(stores.map((store) => store.close()));
  }, 60_000);

  test('one store alone takes no lock for what fits', async () => {
    const store = await open();
    await Promise.all(
      Array.from({ length: 8 }, () => store.append([write(newStream(), 0, someEvent())])),
    );
    await store.append([
      write(newStream(), 'any', ...someEvents(3)),
      write(newStream(), 0, someEvent()),
    ]);
    expect(store.metrics).toMatchObject({ lockedBatches: 0, collisions: 0, storedEvents: 12 });
    expect(store.metrics.optimisticBatches).toBeLessThan(9);
    await store.close();
  });

  test('a store whose knowledge is old finds out, goes by the lock, and becomes optimistic again', async () => {
    const [a, b] = [await open(), await open()];
    const stream = newStream();
    await a.append([write(stream, 0, someEvent())]);
    await b.append([write(stream, 1, someEvent())]);
    await a.append([write(stream, 2, someEvent())]);
    expect(a.metrics).toMatchObject({ collisions: 0, lockedBatches: 1 });
    const own = newStream();
    await b.append([write(own, 0, someEvent())]);
    await a.append([write(newStream(), 0, someEvent())]);
    await b.append([write(own, 1, someEvent())]);
    expect(b.metrics.collisions + b.metrics.lockedBatches).toBeGreaterThan(1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const before = b.metrics.optimisticBatches;
    await b.append([write(own, 2, someEvent())]);
    await b.append([write(own, 3, someEvent())]);
    expect(b.metrics.optimisticBatches).toBeGreaterThan(before);
    await Promise.all([a.close(), b.close()]);
  });

  test('a store never refuses on what it remembers', async () => {
    const [a, b] = [await open(), await open()];
    const stream = newStream();
    await a.append([write(stream, 0, someEvent())]);
    await b.append([write(stream, 'any', ...someEvents(2))]);
    const { versions } = await a.append([write(stream, 3, someEvent())]);
    expect(versions).toEqual({ [stream]: 4 });
    await Promise.all([a.close(), b.close()]);
  });

  test('a check that a stream does not exist is not taken on memory', async () => {
    const [a, b] = [await open(), await open()];
    const [stream, own] = [newStream(), newStream()];
    await a.append([write(stream, 0, someEvent())]);
    await b.append([write(own, 0, someEvent())]);
    const refused = b.append([write(stream, 'no-stream'), write(own, 1, someEvent())]);
    await expect(refused).rejects.toMatchObject({ stream, actual: 1 });
    await Promise.all([a.close(), b.close()]);
  });

  test('a check of a version is not taken on what was seen before others wrote', async () => {
    const [a, b] = [await open(), await open()];
    const [stream, own] = [newStream(), newStream()];
    await a.append([write(stream, 0, someEvent())]);
    await b.append([write(stream, 1, someEvent())]);
    await a.append([write(own, 0, someEvent())]);
    expect(a.metrics.lockedBatches).toBeGreaterThan(0);
    const refused = a.append([write(stream, 1), write(own, 1, someEvent())]);
    await expect(refused).rejects.toMatchObject({ stream, actual: 2 });
    await Promise.all([a.close(), b.close()]);
  });

  test('while others write, what a store has judged itself is stored at once, and what is out of date is judged anew', async () => {
    const [a, b] = [await open(), await open()];
    try {
      // A machine that stalls for longer than others are remembered to write tells nothing of it: it is tried again.
      for (let isTried = false; !isTried;) {
        const began = performance.now();
        const judged = await writtenBeside(a, b);
        isTried = performance.now() - began < OTHERS_WRITE_MS;
        if (isTried) expect(judged).toEqual({ known: [1, 0], anew: [3, 1], version: 3 });
      }
      expectSoundLog(await wholeLog(a));
    } finally {
      await Promise.all([a.close(), b.close()]);
    }
  });

  /** Of what `a` knows, and of what `b` has written since: batches under the lock, and collisions, by then. */
  async function writtenBeside(a: PostgresEventStore, b: PostgresEventStore) {
    const [mine, shared] = [newStream(), newStream()];
    await a.append([write(mine, 0, someEvent()), write(shared, 0, someEvent())]);
    await b.append([write(shared, 1, someEvent())]);
    await a.append([write(mine, 1, someEvent())]);
    const before = a.metrics;
    const since = () => [
      a.metrics.lockedBatches - before.lockedBatches,
      a.metrics.collisions - before.collisions,
    ];
    await a.append([write(mine, 2, ...someEvents(2))]);
    const known = since();
    const { versions } = await a.append([write(shared, 'any', someEvent())]);
    return { known, anew: since(), version: versions[shared] };
  }

  test('a reader in another process is woken by a message, not by its poll', async () => {
    const [a, b] = [await open(), await open()];
    await a.append([write(newStream(), 0, someEvent())]);
    const pages = b.subscribe({ after: await b.head() })[Symbol.asyncIterator]();
    await pages.next();
    const delays: number[] = [];
    for (let n = 0; n < 5; n++) {
      const next = pages.next();
      const began = performance.now();
      await a.append([write(newStream(), 0, someEvent())]);
      await next;
      delays.push(performance.now() - began);
    }
    expect(delays.filter((delay) => delay < 300).length).toBeGreaterThanOrEqual(3);
    await Promise.all([a.close(), b.close()]);
  });

  test('who is told of more than there is finds out, and goes on by messages', async () => {
    const [a, b] = [await open(), await open()];
    const { position } = await a.append([write(newStream(), 0, someEvent())]);
    const pages = b.subscribe({ after: await b.head() })[Symbol.asyncIterator]();
    await pages.next();
    const next = pages.next();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    for (const lie of ['no number', '-7', '9'.repeat(19), '9'.repeat(18)])
      await client.query(`NOTIFY event_store, '${lie}'`);
    await a.append([write(newStream(), 0, someEvent())]);
    expect((await next).value).toMatchObject({ scannedTo: position + 1n });
    // Whoever reads on finds out: the page may have come before the last of what is not true.
    const further = pages.next();
    for (let wait = 0; wait < 1_500 && b.metrics.head !== position + 1n; wait++) await sleep(10);
    expect(b.metrics.head).toBe(position + 1n);
    await client.end();
    await Promise.all([a.close(), b.close()]);
    await further;
  });
});

function follow(store: EventStore, after: bigint, signal: AbortSignal) {
  const seen: RecordedEvent[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const done = (async () => {
    for await (const { events, scannedTo } of store.subscribe({ after, pageSize: 13, signal })) {
      seen.push(...events);
      for (const { count, resolve } of waiting) if (scannedTo >= BigInt(count)) resolve();
    }
    return seen;
  })();
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      if (after + BigInt(seen.length) >= BigInt(count)) resolve();
      else waiting.push({ count, resolve });
    });
  return { done, until };
}
