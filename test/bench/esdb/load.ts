import { EventStoreDBClient } from '@eventstore/db-client';
import { newId } from '@app/kernel';
import { EventStoreDbEventStore } from '@app/event-store/src/eventstoredb/event-store-db-event-store.js';
import { visitPlanned } from '../append/events.js';
import type { BenchCase, Running, Subject } from '../harness.js';
import { loadOurs as loadOnPostgres } from '../read/ours.js';
import type { Length } from '../read/streams.js';
import type { MeasuredLog } from './where.js';

/** How many streams of a length are loaded in turn. */
const STREAMS = 50;

/** Loading streams of that many events, one after another. */
export function loading({ connectionString, words }: MeasuredLog, length: Length): BenchCase {
  let filled: Promise<readonly string[]> | undefined;
  const streams = () => (filled ??= fill(connectionString, length));
  return {
    name: `load a stream of ${length} ${words}`,
    unit: 'events/s',
    workers: 1,
    subjects: [
      ours(connectionString, streams),
      plain(connectionString, streams),
      { ...loadOnPostgres(length), name: 'PostgreSQL lane' },
    ],
  };
}

type Streams = () => Promise<readonly string[]>;

async function fill(connectionString: string, length: number): Promise<string[]> {
  const store = await EventStoreDbEventStore.open({ connectionString });
  const streams = Array.from({ length: STREAMS }, () => `ticket-${newId()}`);
  for (const stream of streams) {
    const events = Array.from({ length }, () => visitPlanned(stream));
    await store.append([{ stream, expected: 0, events }]);
  }
  await store.close();
  return streams;
}

function ours(connectionString: string, streams: Streams): Subject {
  return {
    name: 'ours',
    async open() {
      const store = await EventStoreDbEventStore.open({ connectionString });
      const step = inTurn(
        await streams(),
        async (stream) => (await store.readStream(stream)).length,
      );
      return { step, close: () => store.close() };
    },
  };
}

function plain(connectionString: string, streams: Streams): Subject {
  return {
    name: 'plain client',
    async open() {
      const client = EventStoreDBClient.connectionString(connectionString);
      const step = inTurn(await streams(), async (stream) => {
        let read = 0;
        for await (const { event } of client.readStream(stream)) if (event) read++;
        return read;
      });
      return { step, close: () => client.dispose() };
    },
  };
}

function inTurn(
  streams: readonly string[],
  load: (stream: string) => Promise<number>,
): Running['step'] {
  let next = 0;
  return () => load(streams[next++ % streams.length]!);
}
