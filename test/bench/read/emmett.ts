import { readMessagesBatch } from '@event-driven-io/emmett-postgresql';
import { openEmmett, type Emmett } from '../emmett.js';
import type { Running, Subject } from '../harness.js';
import { ALL, fillEmmett, streamsOf, type Length } from './streams.js';

/** Emmett's read of a stream. */
export function loadEmmett(length: Length): Subject {
  return onLog(({ store }) => {
    const next = streamsOf(length);
    return async () => (await store.readStream(next())).events.length;
  });
}

type Executor = Parameters<typeof readMessagesBatch>[0];

/** The pages that Emmett's consumer reads, without its pauses; of 5,000 events, where its default is 100. */
export function readAllEmmett(): Subject {
  return onLog(({ pool }) => async () => {
    const execute = { query: (sql: string) => pool.query(sql) } as unknown as Executor;
    for (let after = 0n, read = 0; ;) {
      const page = await readMessagesBatch(execute, { after, batchSize: 5_000 });
      read += page.messages.length;
      after = page.currentGlobalPosition;
      // Its pages overlap where transactions were not committed in the order in which they began.
      if (!page.areMessagesLeft) return Math.min(read, ALL);
    }
  });
}

function onLog(stepOn: (emmett: Emmett) => Running['step']): Subject {
  return {
    name: 'emmett',
    filling: fillEmmett,
    async open(url) {
      const emmett = await openEmmett(url, 1);
      return { step: stepOn(emmett), close: () => emmett.close() };
    },
  };
}
