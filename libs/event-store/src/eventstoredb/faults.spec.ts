import { setTimeout as sleep } from 'node:timers/promises';
import { status } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  startProtocolDouble,
  type ProtocolDouble,
} from '../../../../test/support/eventstoredb/protocol-double.js';
import { appendTooLarge, type Refusal } from '../../../../test/support/eventstoredb/refusal.js';
import { OutcomeUnknown, StoreClosed, StoreOverloaded, StoreUnfit } from '../errors.js';
import type { EventStore } from '../port.js';
import { filled, newStream, pagesUntil, someEvent, someEvents, write } from '../testing/events.js';
import { wholeLog } from '../testing/history.js';
import { SilentProxy } from '../testing/silent-proxy.js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import { addressOf } from './connection-string.js';
import { Connection } from './connection.js';
import { EventStoreDbEventStore } from './event-store-db-event-store.js';
import type { EventStoreDbOptions } from './options.js';

describe('what can happen to the log in EventStoreDB', () => {
  let double: ProtocolDouble;
  const opened: { close(): Promise<void> }[] = [];
  beforeEach(async () => {
    double = await startProtocolDouble();
  });
  afterEach(async () => {
    double.faults.swallow = 'nothing';
    await Promise.all(opened.splice(0).map((each) => each.close()));
    await double.stop();
  });

  async function open(options: Partial<EventStoreDbOptions> = {}): Promise<EventStoreDbEventStore> {
    const store = await EventStoreDbEventStore.open({
      connectionString: double.connectionString,
      ...options,
    });
    opened.push(store);
    return store;
  }

  const one = (store: EventStore, stream = newStream()) =>
    store.append([write(stream, 0, someEvent())]);

  const versionsOf = async (store: EventStore, stream: string) =>
    (await store.readStream(stream)).map(({ version }) => version);

  test('one store that loses its server does no harm to the appends of another', async () => {
    const other = await startProtocolDouble();
    const [a, b] = [
      await open(),
      await open({
        connectionString: other.connectionString,
        giveUpAfterMs: 100,
        appendTimeoutMs: 300,
      }),
    ];
    const [{ stream: ours }, { stream: theirs }] = [await filled(a, 1), await filled(b, 1)];
    double.faults.answerAppendsAfterMs = 300;
    other.faults.swallow = 'answer';
    const answer = a.append([write(ours, 1, someEvent())]);
    const lost = b.append([write(theirs, 1, someEvent())]).catch((error: unknown) => error);
    await sleep(100);
    await other.stop();
    expect((await answer).versions).toEqual({ [ours]: 2 });
    expect(a.metrics.reconnects).toBe(0);
    expect(await lost).toBeInstanceOf(OutcomeUnknown);
  });

  test('an append whose answer is lost again and again is found by reading, stored once and not a repeat', async () => {
    const store = await open({ appendTimeoutMs: 150 });
    const { stream } = await filled(store, 1);
    double.faults.swallow = 'answer';
    for (const expected of [1, 'any', 'stream-exists'] as const) {
      const { repeated } = await store.append([write(stream, expected, someEvent())]);
      expect(repeated).toBe(false);
    }
    expect(await versionsOf(store, stream)).toEqual([1, 2, 3, 4]);
    expect(store.metrics.reconnects).toBe(3);
  });

  test('an append that the server never takes is unknown in time, and holds nobody else up', async () => {
    const store = await open({ appendTimeoutMs: 150, giveUpAfterMs: 400 });
    const { stream } = await filled(store, 1);
    const append = [write(stream, 1, ...someEvents(2))];
    double.faults.swallow = 'append';
    const settled = await Promise.allSettled([store.append(append), store.append(append)]);
    expect(settled.map((each) => (each as PromiseRejectedResult).reason as unknown)).toEqual([
      expect.any(OutcomeUnknown),
      expect.any(StoreOverloaded),
    ]);
    double.faults.swallow = 'nothing';
    expect(await store.append(append)).toMatchObject({ versions: { [stream]: 3 } });
    expect(await versionsOf(store, stream)).toEqual([1, 2, 3]);
    expect(store.metrics).toMatchObject({ queuedAppends: 0, queuedEvents: 0, queuedBytes: 0 });
  });

  test.each([
    status.UNAVAILABLE,
    status.UNKNOWN,
    status.ABORTED,
    status.CANCELLED,
    status.RESOURCE_EXHAUSTED,
  ])(
    'gRPC status %i says nothing of an append, which is sent again and stored once',
    async (code) => {
      const store = await open();
      const { stream } = await filled(store, 1);
      double.faults.failNext('append', code);
      double.faults.failNext('append', code);
      const { repeated, versions } = await store.append([write(stream, 1, ...someEvents(2))]);
      expect({ repeated, versions }).toEqual({ repeated: false, versions: { [stream]: 3 } });
      expect(await versionsOf(store, stream)).toEqual([1, 2, 3]);
    },
  );

  test.each<[string, status | Refusal, typeof Error | RegExp]>([
    ['is not let in', status.UNAUTHENTICATED, StoreUnfit as unknown as typeof Error],
    ['may not', status.PERMISSION_DENIED, StoreUnfit as unknown as typeof Error],
    ['asks too much', appendTooLarge(1_024), /takes no append so large/],
  ])('who %s is told so at once, by one append', async (_, refusal, answer) => {
    const { stream } = await filled(await open(), 1);
    const store = await open();
    double.faults.failNext('append', refusal);
    await expect(store.append([write(stream, 1, someEvent())])).rejects.toThrow(answer);
    expect(store.metrics.reconnects).toBe(0);
  });

  test.each([status.UNAUTHENTICATED, status.PERMISSION_DENIED])(
    'an append that may be stored is no refusal, though gRPC status %i keeps it from being found out',
    async (code) => {
      const store = await open({ appendTimeoutMs: 150 });
      const { stream } = await filled(store, 1);
      const append = [write(stream, 1, someEvent())];
      double.faults.swallow = 'answer';
      double.faults.failNext('read', code);
      await expect(store.append(append)).rejects.toThrow(OutcomeUnknown);
      double.faults.swallow = 'nothing';
      expect(await store.append(append)).toMatchObject({ repeated: true });
      expect(await versionsOf(store, stream)).toEqual([1, 2]);
    },
  );

  test('a server that is too busy to be read from is away, not asked too much', async () => {
    const store = await open();
    const { stream } = await filled(store, 2);
    for (let n = 0; n < 2; n++) double.faults.failNext('read', status.RESOURCE_EXHAUSTED);
    await expect(store.readStream(stream)).rejects.toThrow(ConnectionLost);
    expect(await versionsOf(store, stream)).toEqual([1, 2]);
  });

  test('a read whose connection is lost is made once more, and a process may read what is not there for ever', async () => {
    const store = await open();
    const { stream } = await filled(store, 2);
    for (const code of [status.UNAVAILABLE, status.INTERNAL, status.CANCELLED]) {
      double.faults.failNext('read', code);
      expect(await versionsOf(store, stream)).toEqual([1, 2]);
    }
    // Node's server, as others, closes the connection of a client that cancels a thousand calls.
    const missing = async () => {
      for (let n = 0; n < 100; n++) expect(await store.readStream(newStream())).toEqual([]);
    };
    double.called.splice(0);
    await Promise.all(Array.from({ length: 16 }, missing));
    expect(double.called).toHaveLength(1_600);
  }, 30_000);

  test('a repeat is told from the first storing, though the server answers both alike', async () => {
    const stores = await Promise.all([open(), open(), open(), open()]);
    for (let n = 0; n < 10; n++) {
      const stream = newStream();
      const append = [write(stream, 0, ...someEvents(2))];
      const answers = await Promise.all(stores.map((store) => store.append(append)));
      expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
      expect(await versionsOf(stores[0], stream)).toEqual([1, 2]);
    }
  });

  test('an id that stands in the stream is refused where the server would store it again', async () => {
    const [store, other] = [await open(), await open()];
    const { stream, events } = await filled(store, 2);
    for (const each of [store, other]) {
      const again = each.append([write(stream, 'any', someEvent(), events[0]!)]);
      await expect(again).rejects.toThrow(/stored already/);
    }
    const repeat = await other.append([write(stream, 'any', events[1]!)]);
    expect(repeat).toMatchObject({ repeated: true, versions: { [stream]: 2 } });
    expect(await versionsOf(store, stream)).toEqual([1, 2]);
  });

  test('writers of several processes on one stream lose nothing and double nothing', async () => {
    const stores = await Promise.all([open(), open(), open()]);
    const stream = newStream();
    const events = someEvents(60);
    await Promise.all(
      events.map((event, i) => stores[i % 3]!.append([write(stream, 'any', event)])),
    );
    const stored = (await stores[0].readStream(stream)).map(({ id }) => id);
    expect(stored.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  });

  test('what another process writes wakes a subscriber, not its poll', async () => {
    const [a, b] = [await open(), await open()];
    await one(a);
    const pages = b.subscribe({ after: await b.head() })[Symbol.asyncIterator]();
    await pages.next();
    const delays: number[] = [];
    for (let n = 0; n < 5; n++) {
      const next = pages.next();
      const began = performance.now();
      await one(a);
      await next;
      delays.push(performance.now() - began);
    }
    expect(delays.filter((delay) => delay < 300).length).toBeGreaterThanOrEqual(3);
  });

  test('while the server is away nothing is stored, and when it is back all goes on', async () => {
    const store = await open({ giveUpAfterMs: 300 });
    const { stream, events } = await filled(store, 3);
    const coming = someEvents(20);
    const following = pagesUntil(store, { pageSize: 2 }, (_, count) => count >= 23);
    await double.goAway();
    await expect(store.append([write(newStream(), 0, someEvent())])).rejects.toThrow(
      StoreOverloaded,
    );
    await expect(store.readStream(stream)).rejects.toThrow(/^the connection was lost/);
    await double.comeUp();
    for (const [i, event] of coming.entries()) await store.append([write(stream, 3 + i, event)]);
    const ids = (await following).flatMap((page) => page.events.map(({ id }) => id));
    expect(ids).toEqual([...events, ...coming].map(({ id }) => id));
  });

  test('a connection that breaks under load, again and again, loses nothing and doubles nothing', async () => {
    const store = await open();
    const written: string[] = [];
    const write1 = async () => {
      const stream = newStream();
      for (let n = 0; n < 25; n++) {
        const events = someEvents(3);
        const { repeated } = await store.append([write(stream, n * 3, ...events)]);
        expect(repeated).toBe(false);
        written.push(...events.map(({ id }) => id));
      }
    };
    const following = pagesUntil(store, { pageSize: 7 }, (_, count) => count >= 450);
    const cuts = setInterval(() => double.dropConnections(), 40);
    await Promise.all(Array.from({ length: 6 }, write1));
    clearInterval(cuts);
    const log = (await wholeLog(store)).map(({ id }) => id);
    expect(log.toSorted()).toEqual(written.toSorted());
    expect((await following).flatMap(({ events }) => events.map(({ id }) => id))).toEqual(log);
    expect(store.metrics.reconnects).toBeGreaterThan(3);
  }, 30_000);

  test('a connection that is silent is not waited for, by appends, reads or subscribers', async () => {
    const proxy = await SilentProxy.before(double.port);
    opened.push(proxy);
    const store = await open({
      connectionString: `esdb://127.0.0.1:${proxy.port}?tls=false`,
      appendTimeoutMs: 150,
      readTimeoutMs: 150,
      giveUpAfterMs: 300,
    });
    const { stream } = await filled(store, 1);
    const after = await store.head();
    const following = pagesUntil(store, { after }, (_, count) => count >= 1);
    proxy.silent = true;
    const append = [write(stream, 1, someEvent())];
    const settled = await Promise.allSettled([
      store.append(append),
      store.readStream(stream),
      store.readAll(),
      store.head(),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    proxy.silent = false;
    proxy.cut();
    await sleep(100);
    await store.append(append).catch(() => store.append(append));
    expect((await following).flatMap(({ events }) => events)).toHaveLength(1);
    expect(await versionsOf(store, stream)).toEqual([1, 2]);
  });

  test('however many subscribe, and leave early, the server serves one subscription of a store', async () => {
    const store = await open();
    const { stream } = await filled(store, 30);
    for (let n = 0; n < 10; n++) {
      for await (const page of store.subscribe({ pageSize: 3 })) if (page.events.length > 0) break;
    }
    await sleep(50);
    expect(double.log.events.listenerCount('grown')).toBe(1);
    double.dropConnections();
    await versionsOf(store, stream).catch(() => undefined);
    await sleep(200);
    expect(double.log.events.listenerCount('grown')).toBe(1);
    await store.close();
    await sleep(50);
    expect(double.log.events.listenerCount('grown')).toBe(0);
  });

  test('what is followed no longer is cancelled at the server too, by whoever stops and by a signal', async () => {
    const address = addressOf({ connectionString: double.connectionString });
    const connection = new Connection(address, { appendTimeoutMs: 5_000, readTimeoutMs: 5_000 });
    const stop = new AbortController();
    const asked: Promise<unknown>[] = [];
    const started = (signal: AbortSignal) => {
      const events = connection.follow(0n, signal);
      asked.push(events.next().catch(() => undefined));
      return events;
    };
    started(stop.signal);
    started(stop.signal);
    const listeners = () => double.log.events.listenerCount('grown');
    await until(() => listeners() === 2);
    // Told of something, they ask for no more.
    const store = await open();
    await filled(store, 3);
    await Promise.all(asked);
    stop.abort();
    await until(() => listeners() === 0);
    const left = started(new AbortController().signal);
    await until(() => listeners() === 1);
    await left.return(undefined);
    await until(() => listeners() === 0);
    await connection.close();
  });

  test('closing stores what waits and ends subscriptions; after it the store takes nothing', async () => {
    const store = await open();
    const following = (async () => {
      for await (const page of store.subscribe()) expect(page).toBeDefined();
      return 'ended';
    })();
    const waiting = Promise.all(Array.from({ length: 50 }, () => one(store)));
    const closing = store.close();
    await expect(one(store)).rejects.toThrow(StoreClosed);
    expect(await waiting).toHaveLength(50);
    await closing;
    expect(await following).toBe('ended');
    await expect(store.head()).rejects.toThrow(StoreClosed);
  });

  test('a queue that is full refuses at once, in events and in bytes, and works on', async () => {
    const store = await open({ maxQueuedEvents: 10, maxQueuedBytes: 5_000 });
    const append = (size: number, text = '') =>
      store
        .append([write(newStream(), 0, ...someEvents(size - 1), someEvent(text))])
        .then(() => 'stored', String);
    const events = await Promise.all(Array.from({ length: 4 }, () => append(4)));
    expect(events.filter((answer) => answer === 'stored')).toHaveLength(2);
    expect(events.at(-1)).toMatch(/^StoreOverloaded/);
    const bytes = await Promise.all(Array.from({ length: 3 }, () => append(1, 'x'.repeat(3_000))));
    expect(bytes.map((answer) => answer.slice(0, 15))).toEqual([
      'stored',
      'StoreOverloaded',
      'StoreOverloaded',
    ]);
    expect(store.metrics).toMatchObject({ queuedAppends: 0, queuedEvents: 0, queuedBytes: 0 });
    expect(await append(4)).toBe('stored');
  });

  test('no more appends are under way at a time than are allowed', async () => {
    const store = await open({ maxInFlight: 2 });
    double.faults.answerAppendsAfterMs = 100;
    const began = performance.now();
    await Promise.all(Array.from({ length: 6 }, () => one(store)));
    // Six streams, two at a time, each with a note of its name and an append.
    expect(performance.now() - began).toBeGreaterThan(590);
  });

  test('the log has one id, whoever opens it', async () => {
    const [a, b] = await Promise.all([open(), open()]);
    expect(a.logId).toMatch(/^[0-9a-f-]{36}$/);
    expect(b.logId).toBe(a.logId);
    expect(await wholeLog(a)).toEqual([]);
  });

  test.each([
    ['a refused port', '127.0.0.1:1', '127.0.0.1:1 (connect ECONNREFUSED 127.0.0.1:1)'],
    ['an unknown host', 'no.invalid', 'no.invalid (Name resolution failed for target dns:no.in'],
    ['a cluster of refused ports', '127.0.0.1:1,127.0.0.1:2', '(connect ECONNREFUSED 127.0.0.1:1)'],
  ])('where nobody answers, it is said why: %s', async (_, hosts, words) => {
    const connectionString = `esdb://o:hunter2@${hosts}?tls=false&maxDiscoverAttempts=1`;
    const nowhere = open({ connectionString, giveUpAfterMs: 100 });
    await expect(nowhere).rejects.toThrow(`no EventStoreDB answers at ${hosts} (`);
    await expect(nowhere).rejects.toThrow(words);
    await expect(nowhere).rejects.toThrow(/^(?!.*hunter2)/);
  });
});

async function until(fact: () => boolean): Promise<void> {
  for (let tries = 0; !fact() && tries < 200; tries++) await sleep(10);
  expect(fact()).toBe(true);
}
