import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { visitPlanned } from '../append/events.js';
import { WorkerStreams } from '../append/streams.js';

/**
 * One process with a store of its own: `writer.js <url> <writers>`. It appends for as many
 * milliseconds as its parent sends it, and answers with how many events that were.
 */
const [url, writers] = process.argv.slice(2) as [string, string];
const store = await PostgresEventStore.open({ connectionString: url });
const streams = new WorkerStreams(10, 1);

process.on('message', (milliseconds: number) => void appendFor(milliseconds));
process.on('disconnect', () => void store.close());
process.send!('ready');

async function appendFor(milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  let events = 0;
  const writer = async (id: number) => {
    for (; performance.now() < until; events++) {
      const { stream, version } = streams.next(id);
      await store.append([{ stream, expected: version, events: [visitPlanned(stream)] }]);
    }
  };
  await Promise.all(Array.from({ length: Number(writers) }, (_, id) => writer(id)));
  process.send!(events);
}
