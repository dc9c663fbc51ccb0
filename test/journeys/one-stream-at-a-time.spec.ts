import { expect, jest, test } from '@jest/globals';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { SingleStreamStore } from '@app/event-store/src/testing/single-stream-store.js';

/*
 * The journeys on which a visit is planned, labour logged and a part used, once more: on servers whose
 * store takes one stream in one append. It keeps its log in PostgreSQL like any other.
 */
const open = PostgresEventStore.open.bind(PostgresEventStore);
const opened: unknown[] = [];
jest.spyOn(PostgresEventStore, 'open').mockImplementation(async (options) => {
  opened.push(new SingleStreamStore(await open(options)));
  return opened.at(-1) as PostgresEventStore;
});

await import('./one-place-at-a-time.spec.js');
await import('./from-the-call-to-the-closing.spec.js');

test('it was such a store on which they were played', () => {
  expect(opened).toEqual([expect.any(SingleStreamStore), expect.any(SingleStreamStore)]);
});
