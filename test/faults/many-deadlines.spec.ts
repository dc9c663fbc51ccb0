import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { wholeLog } from '@app/event-store/src/testing/history.js';
import {
  inWorkingLibrary,
  dataSource,
  lend,
  setDeadlines,
  store,
  worker,
} from '@app/processes/src/testing/working-library.js';
import { rounds } from '../support/rounds.js';

inWorkingLibrary();

/** Deadlines that may be stored between two commands of one person, as many as a worker claims a few times. */
const BETWEEN = 320;

async function isDue(): Promise<boolean> {
  const [found] = await dataSource.query<{ due: boolean }[]>(
    `SELECT EXISTS (SELECT FROM process.deadline WHERE key LIKE 'k%') AS due`,
  );
  return found!.due;
}

test('ten thousand that fall due in one minute are worked off evenly beside the commands of people', async () => {
  const due = rounds({ short: 2_000, full: 10_000 });
  const began = Date.now() - 60_000;
  await setDeadlines(
    Array.from({ length: due }, (_, n) => ({
      key: `k${n}`,
      at: new Date(began + (n * 60_000) / due).toISOString(),
    })),
  );
  worker();
  worker();
  let over = false;
  const person = async () => {
    // Whom nobody waits for has the next thing to do at once.
    for (let n = 0; !over; n++) await lend(`book${n}`, `reader${n}`);
  };
  const working = person();
  while (await isDue()) await sleep(20);
  over = true;
  await working;
  const log = await wholeLog(store);
  const ofDeadlines = log.filter(({ stream }) => stream.startsWith('reader-k'));
  expect(ofDeadlines).toHaveLength(due);
  expect(new Set(ofDeadlines.map(({ stream }) => stream)).size).toBe(due);
  const last = ofDeadlines.at(-1)!.position;
  const lent = log.filter(({ type, position }) => type === 'BookLent' && position < last);
  const places = [0n, ...lent.map(({ position }) => position), last];
  const gaps = places.slice(1).map((place, n) => Number(place - places[n]!));
  expect(Math.max(...gaps)).toBeLessThan(BETWEEN);
  expect(lent.length).toBeGreaterThan(due / BETWEEN);
}, 240_000);
