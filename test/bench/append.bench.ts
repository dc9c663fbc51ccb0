import { Client } from 'pg';
import { PostgresEventStore } from '@app/event-store/postgres/postgres-event-store.js';
import { installSchema } from '@app/event-store/postgres/schema.js';
import { visitPlanned } from './append/events.js';
import { rawMultiRow, rawSingleRow } from './append/raw.js';
import { WorkerStreams } from './append/streams.js';
import { runCases, type BenchCase, type BenchOptions, type Subject } from './harness.js';

/** Through the port, as the executor appends: each at the version that the stream is known to have. */
function ours(eventsPerAppend: number, appendsPerStream: number): Subject {
  return {
    name: 'ours',
    async open(url) {
      const client = new Client({ connectionString: url });
      await client.connect();
      await installSchema(client);
      await client.end();
      const store = await PostgresEventStore.open({ connectionString: url });
      const streams = new WorkerStreams(appendsPerStream, eventsPerAppend);
      const step = async (worker: number) => {
        const { stream, version } = streams.next(worker);
        const events = Array.from({ length: eventsPerAppend }, () => visitPlanned(stream));
        await store.append([{ stream, expected: version, events }]);
        return eventsPerAppend;
      };
      return { step, close: () => store.close() };
    },
  };
}

const FOR_EVER = Number.POSITIVE_INFINITY;

const CASES: readonly BenchCase[] = [
  {
    name: '1 writer',
    unit: 'events/s',
    workers: 1,
    subjects: [ours(1, FOR_EVER), rawSingleRow(1, FOR_EVER)],
  },
  {
    name: '64 writers',
    unit: 'events/s',
    workers: 64,
    subjects: [ours(1, 10), rawSingleRow(64, 10)],
  },
  {
    name: 'batches of 100',
    unit: 'events/s',
    workers: 1,
    subjects: [ours(100, 10), rawMultiRow(100, 10)],
  },
];

/**
 * Appending, next to the same bytes put into the same table without any of the logic: single-row
 * transactions on as many connections as there are writers, and inserts of a hundred rows.
 */
export default function append(options: BenchOptions): Promise<void> {
  return runCases(CASES, options);
}
