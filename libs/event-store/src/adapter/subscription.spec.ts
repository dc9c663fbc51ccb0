import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.js';
import { PostgresEventStore } from '../postgres/postgres-event-store.js';
import { newStream, someEvent, write } from '../testing/events.js';
import { HeadWatch } from './head-watch.js';
import { subscription } from './subscription.js';

test('behind a log that has lost its tail it does not ask without a pause, and delivers what comes', async () => {
  const database = await testDatabase();
  const store = await PostgresEventStore.open({
    connectionString: database.url,
    allowUnsafe: true,
  });
  await store.append([write(newStream(), 0, someEvent())]);
  const watch = new HeadWatch(() => store.head());
  watch.advance(1_000n);
  const stop = new AbortController();
  let asked = 0;
  const pages = {
    page: (options: Parameters<typeof store.readAll>[0]) => {
      asked++;
      return store.readAll(options);
    },
  };
  const following = subscription(pages, watch, {}, stop.signal);
  await following.next();
  const next = following.next();
  await sleep(500);
  expect(asked).toBeLessThan(20);
  await store.append([write(newStream(), 0, someEvent())]);
  expect((await next).value).toMatchObject({ scannedTo: 2n });
  stop.abort();
  await following.return();
  await store.close();
  await database.drop();
});
