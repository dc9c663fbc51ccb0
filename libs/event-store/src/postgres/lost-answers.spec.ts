import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import type { StreamWrite } from '../port.js';
import { newStream, someEvent, someEvents, write } from '../testing/events.js';
import { expectSoundLog, wholeLog } from '../testing/history.js';
import { LossyProxy } from '../testing/lossy-proxy.js';
import { PostgresEventStore } from './postgres-event-store.js';

let database: TestDatabase;
let proxy: LossyProxy;
let store: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  proxy = await LossyProxy.before(database.url);
});
afterEach(async () => {
  await store.close();
  await proxy.close();
});
afterAll(() => database.drop());

const appends: readonly [string, () => StreamWrite[]][] = [
  ['one event', () => [write(newStream(), 0, someEvent())]],
  ['several events', () => [write(newStream(), 'no-stream', ...someEvents(5))]],
  ['any version', () => [write(newStream(), 'any', ...someEvents(2))]],
  [
    'several streams',
    () => [write(newStream(), 0, someEvent()), write(newStream(), 'any', ...someEvents(2))],
  ],
];

test.each(
  appends.flatMap(([what, append]) =>
    (['adaptive', 'locked'] as const).map((path) => [what, path, append] as const),
  ),
)(
  '%s stored on the %s path, the answer lost twice: sent again and found, stored once',
  async (_, path, append) => {
    store = await PostgresEventStore.open({ connectionString: proxy.url, allowUnsafe: true, path });
    proxy.losing = (question) =>
      /INSERT INTO event_store.events|append_batch/.test(question.toString('latin1'));
    proxy.toLose = 2;
    const writes = append();
    const { versions } = await store.append(writes);
    expect(proxy.toLose).toBe(0);
    expect(store.metrics.reconnects).toBe(2);
    for (const { stream, events } of writes) {
      expect(versions[stream]).toBe(events.length);
      expect((await store.readStream(stream)).map(({ id }) => id)).toEqual(
        events.map(({ id }) => id),
      );
    }
    expectSoundLog(await wholeLog(store));
  },
);
