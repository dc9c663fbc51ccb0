import { afterAll, expect, jest, test } from '@jest/globals';
import type { PostgresOptions } from '@app/event-store/src/postgres/options.js';

/*
 * The journeys on which a visit is planned, labour logged and a part used, once more: on servers whose
 * store takes one stream in one append. It keeps its log in PostgreSQL like any other.
 */
const { PostgresEventStore, SingleStreamStore } = await loadServerCode();
const open = PostgresEventStore.open.bind(PostgresEventStore);
const opened: unknown[] = [];
jest.spyOn(PostgresEventStore, 'open').mockImplementation(async (options: PostgresOptions) => {
  const store = new SingleStreamStore(await open(options));
  opened.push(store);
  return store as never;
});
// The class is there for the files behind this one too.
afterAll(() => void jest.restoreAllMocks());

await import('./one-place-at-a-time.spec.js');
await import('./from-the-call-to-the-closing.spec.js');

test('it was such a store on which they were played', () => {
  // Of each centre: looked at before its clock begins, then kept open.
  expect(opened.map((each) => each instanceof SingleStreamStore)).toEqual(
    Array.from({ length: 4 }, () => true),
  );
});
