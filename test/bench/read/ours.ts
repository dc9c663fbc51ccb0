import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import type { Running, Subject } from '../harness.js';
import { fillLog, streamsOf, type Length } from './streams.js';

/** Through the port, as the executor loads a stream. */
export function loadOurs(length: Length): Subject {
  return onLog((store) => {
    const next = streamsOf(length);
    return async () => (await store.readStream(next())).length;
  });
}

/** Through the port, page after page, as a rebuild reads the log. */
export function readAllOurs(): Subject {
  return onLog((store) => async () => {
    let read = 0;
    for (let after = 0n, atHead = false; !atHead;) {
      const page = await store.readAll({ after, limit: 2_000 });
      read += page.events.length;
      after = page.scannedTo;
      atHead = page.atHead;
    }
    return read;
  });
}

function onLog(stepOn: (store: PostgresEventStore) => Running['step']): Subject {
  return {
    name: 'ours',
    filling: fillLog,
    async open(url) {
      const store = await PostgresEventStore.open({ connectionString: url });
      return { step: stepOn(store), close: () => store.close() };
    },
  };
}
