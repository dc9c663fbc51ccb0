import { expect, test } from '@jest/globals';
import { LogDamaged } from '@app/event-store';
import { rebuild } from './rebuild.js';
import { until } from '@app/kernel/src/testing/until.js';
import { dataSource, onFreshLog, onOwnConnection, running, store } from './testing/fresh-log.js';
import { count, tally } from './testing/tally.js';

onFreshLog();

/** What nobody can do through the software. */
const withoutPosition = (position: number) =>
  onOwnConnection((client) =>
    client.query(
      `ALTER TABLE event_store.events DISABLE TRIGGER events_append_only;
       DELETE FROM event_store.events WHERE position = ${position}`,
    ),
  );

/** More than what followers of the log share in memory. */
const LONG = Array.from({ length: 5_600 }, () => ({ by: 1 }));

test('a projection stops at a position that is missing, and says why', async () => {
  for (let from = 0; from < LONG.length; from += 700)
    await count(store, 'a', ...LONG.slice(from, from + 700));
  await withoutPosition(300);
  const all = running({ pageSize: 100 });
  await until(() => all.runners[0]!.failure !== undefined);
  const [status] = await all.status();
  expect(status).toMatchObject({
    state: 'failing',
    failure: { code: 'log-damaged', message: 'position 300 is missing' },
  });
  expect(status!.position).toBeLessThan(300n);
  expect(status!.lagEvents).toBe(5_600 - Number(status!.position));
});

test('a rebuild stops at a position that is missing', async () => {
  await count(store, 'a', ...LONG.slice(0, 400));
  await withoutPosition(300);
  const rebuilt = rebuild(dataSource, store, tally, { owner: 'rebuild' });
  await expect(rebuilt).rejects.toThrow(LogDamaged);
});

test('how a projection stands is told also right before a position that is missing', async () => {
  await count(store, 'a', { by: 1 }, { by: 1 }, { by: 1 });
  await withoutPosition(1);
  const all = running();
  await until(() => all.runners[0]!.failure !== undefined);
  expect(await all.status()).toMatchObject([{ position: 0n, lagEvents: 3 }]);
});
