/**
 * A process that works on a log in EventStoreDB until it is told to end: it writes, reads and follows,
 * all at once, and goes on after every refusal. Then it tells what it was told, and what it saw.
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbEventStore } from '@app/event-store/src/eventstoredb/event-store-db-event-store.js';
import { newStream, someEvent, write } from '@app/event-store/src/testing/events.js';

const WRITERS = 8;
const READERS = 4;

export interface Told {
  /** Ids of the events that it was told were stored. */
  readonly stored: string[];
  /** Ids of the events that the log showed it, in their order. */
  readonly followed: string[];
  /** How often it was refused, by the error's name: what it wrote, and what it read. */
  readonly refused: Readonly<Record<'writes' | 'reads', Record<string, number>>>;
}

const [connectionString = ''] = process.argv.slice(2);
const store = await EventStoreDbEventStore.open({ connectionString, giveUpAfterMs: 200 });
const told: Told = { stored: [], followed: [], refused: { writes: {}, reads: {} } };
const ended = new AbortController();

async function again(kind: 'writes' | 'reads', work: () => Promise<unknown>): Promise<void> {
  while (!ended.signal.aborted) {
    try {
      await work();
    } catch (error) {
      const name = error instanceof Error ? error.constructor.name : String(error);
      const refused = told.refused[kind];
      refused[name] = (refused[name] ?? 0) + 1;
    }
    await pause(Math.random() * 5);
  }
}

/** One event after another to a stream of its own; each is sent until it is known to be stored. */
function writer(): Promise<void> {
  const stream = newStream();
  let event = someEvent();
  return again('writes', async () => {
    await store.append([write(stream, 'any', event)]);
    told.stored.push(event.id);
    event = someEvent();
  });
}

/** Until it has seen the last event of all. */
async function follower(): Promise<void> {
  for await (const { events } of store.subscribe()) {
    told.followed.push(...events.map(({ id }) => id));
    if (events.some(({ id }) => id === last.id)) return;
  }
}

const last = someEvent();
const following = follower();
const working = [
  ...Array.from({ length: WRITERS }, writer),
  ...Array.from({ length: READERS }, () => again('reads', () => store.readAll({ limit: 50 }))),
  again('reads', () => store.head()),
];
process.send?.('at work');
await once(process, 'message');
ended.abort();
await Promise.all(working);
await store.append([write(newStream(), 0, last)]);
told.stored.push(last.id);
await following;
await store.close();
// What is still on its way when the channel closes would not arrive.
process.send?.(told, undefined, undefined, () => process.disconnect());
