import { EventStoreDbEventStore } from '@app/event-store/src/eventstoredb/event-store-db-event-store.js';
import { visitPlanned } from '../append/events.js';
import { WorkerStreams } from '../append/streams.js';
import type { Subject } from '../harness.js';

/** Appends to a stream before the next begins. */
export const APPENDS_PER_STREAM = 10;

/** Through the port, on whatever database the case's others use. */
export function oursOn(connectionString: string, eventsPerAppend: number): Subject {
  return {
    name: 'ours',
    async open() {
      const store = await EventStoreDbEventStore.open({ connectionString });
      const streams = new WorkerStreams(APPENDS_PER_STREAM, eventsPerAppend);
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
