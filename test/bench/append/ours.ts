import { Client } from 'pg';
import { newId } from '@app/kernel';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { installSchema } from '@app/event-store/src/postgres/schema.js';
import type { Subject } from '../harness.js';
import { visitPlanned } from './events.js';
import { WorkerStreams } from './streams.js';

/** Through the port, as the executor appends: each at the version that the stream is known to have. */
export function ours(
  eventsPerAppend: number,
  appendsPerStream: number,
  commandId: () => string = newId,
): Subject {
  return {
    name: 'ours',
    async open(url) {
      await makeLog(url);
      const store = await PostgresEventStore.open({ connectionString: url });
      const streams = new WorkerStreams(appendsPerStream, eventsPerAppend);
      const step = async (worker: number) => {
        const { stream, version } = streams.next(worker);
        const events = Array.from({ length: eventsPerAppend }, () =>
          visitPlanned(stream, commandId()),
        );
        await store.append([{ stream, expected: version, events }]);
        return eventsPerAppend;
      };
      return { step, close: () => store.close() };
    },
  };
}

/** The event store's tables and indexes, for whoever writes into them. */
export async function makeLog(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await installSchema(client);
  await client.end();
}
