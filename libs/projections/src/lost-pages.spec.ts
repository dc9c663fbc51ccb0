import { describe, expect, test } from '@jest/globals';
import { someEvent, write } from '@app/event-store/src/testing/events.js';
import { until } from '@app/kernel/src/testing/until.js';
import { checkpoint, onFreshLog, rows, running, store } from './testing/fresh-log.js';
import {
  answered,
  endConnections,
  noteWhatIsOnDisk,
  loseUnwrittenRows,
} from './testing/simulated-crash.js';
import { count } from './testing/tally.js';

onFreshLog();

/** A leader that has folded in `a` and `b`, of which a crash would leave `a`. */
async function withOnlyAOnDisk() {
  const all = running();
  await all.waitFor('tally', await count(store, 'a', { by: 1 }));
  await noteWhatIsOnDisk();
  const last = await all.waitFor('tally', await count(store, 'b', { by: 1 }));
  return { all, last };
}

const ids = async () => (await rows()).map(({ id }) => id);

describe('pages that a crash of the database took back', () => {
  test('are folded again before the next one', async () => {
    const { all } = await withOnlyAOnDisk();
    await loseUnwrittenRows();
    await all.waitFor('tally', await count(store, 'c', { by: 1 }));
    await until(async () => (await rows()).length === 3);
    expect(await rows()).toMatchObject([
      { id: 'a', seen: ['1'] },
      { id: 'b', seen: ['2'] },
      { id: 'c', seen: ['3'] },
    ]);
    expect(await checkpoint()).toMatchObject({ position: '3', owner: 'one' });
  });

  test('are folded again where the table needs nothing of what follows', async () => {
    const { last } = await withOnlyAOnDisk();
    await loseUnwrittenRows();
    await store.append([write('other', 0, someEvent())]);
    await until(async () => (await checkpoint()).position === String(last + 1n));
    expect(await ids()).toEqual(['a', 'b']);
  });

  test('are folded again though nothing follows, once a connection has ended', async () => {
    await withOnlyAOnDisk();
    await loseUnwrittenRows();
    await endConnections();
    await until(async () => (await answered(checkpoint)).position === '2');
    expect(await ids()).toEqual(['a', 'b']);
  });
});

describe('a position that was shown', () => {
  test('is not shown from memory behind a new connection, but waited for', async () => {
    const { all, last } = await withOnlyAOnDisk();
    for (let round = 0; round < 5; round++) {
      await loseUnwrittenRows();
      await endConnections();
      const { position, rows: shown } = await answered(() => all.read('tally', last, ids));
      expect([position, shown]).toEqual([last, ['a', 'b']]);
    }
  });

  test('is waited for again where the database went away between wait and read', async () => {
    const { all, last } = await withOnlyAOnDisk();
    let reads = 0;
    const { position, rows: shown } = await all.read('tally', last, async () => {
      if (++reads === 1) {
        await loseUnwrittenRows();
        await endConnections();
      }
      return answered(ids);
    });
    expect(reads).toBeGreaterThan(1);
    expect([position, shown]).toEqual([last, ['a', 'b']]);
  });
});
