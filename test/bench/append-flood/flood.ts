import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Client } from 'pg';
import { newId } from '@app/kernel';
import { StoreOverloaded } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { visitPlanned } from '../append/events.js';
import { makeLog } from '../append/ours.js';
import type { Measured } from '../report.js';

/** Events that wait at most, as the store has it by default. */
const ROOM = 20_000;

/** One refusal in so many is timed; what the bench itself keeps would be measured with the rest. */
const SAMPLE = 100;

const MEGABYTE = 1024 * 1024;

/** Offers so many times what the queue has room for while the table is locked; then all that was taken must be stored. */
export async function flood(url: string, times: number): Promise<Measured> {
  await makeLog(url);
  const store = await PostgresEventStore.open({ connectionString: url, lockTimeoutMs: 0 });
  const blocker = new Client({ connectionString: url });
  await blocker.connect();
  await blocker.query('BEGIN; LOCK TABLE event_store.events IN ACCESS EXCLUSIVE MODE');
  const before = held();
  const taken: Promise<unknown>[] = [];
  const milliseconds: number[] = [];
  for (let offered = 0; offered < ROOM * times; offered++) {
    const began = performance.now();
    const append = offer(store);
    // The first one is on its way at once.
    if (offered === 0 || store.metrics.queuedAppends > taken.length - 1) taken.push(append);
    else {
      await refused(append);
      if (offered % SAMPLE === 0) milliseconds.push(performance.now() - began);
    }
  }
  const perSecond = (held() - before) / MEGABYTE;
  await blocker.query('ROLLBACK');
  await Promise.all(taken);
  const stored = await store.head();
  await Promise.all([store.close(), blocker.end()]);
  if (stored !== BigInt(taken.length)) throw new Error(`${taken.length} taken, ${stored} stored`);
  return { perSecond, milliseconds };
}

function offer(store: PostgresEventStore): Promise<unknown> {
  const stream = `ticket-${newId()}`;
  return store.append([{ stream, expected: 0, events: [visitPlanned(stream)] }]);
}

async function refused(append: Promise<unknown>): Promise<void> {
  const error: unknown = await append.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StoreOverloaded)) throw new Error('taken beyond its room');
}

/** Bytes that are in use, once what is not has been let go of. */
function held(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
