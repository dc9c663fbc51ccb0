import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { onFreshLog, running, store } from '@app/projections/src/testing/fresh-log.js';
import { count, tally } from '@app/projections/src/testing/tally.js';
import { logFailures } from './failure-log.js';

onFreshLog();

async function until(fact: () => boolean): Promise<void> {
  for (let tries = 0; !fact() && tries < 500; tries++) await sleep(10);
  expect(fact()).toBe(true);
}

test('says once that a projection fails, again after a minute, and when it has recovered', async () => {
  const lines: object[] = [];
  const note = (line: object) => void lines.push(line);
  let now = 0;
  let fails = true;
  const failing = {
    ...tally,
    keysOf: (event: Parameters<typeof tally.keysOf>[0]) => {
      if (fails) throw new Error('personal');
      return tally.keysOf(event);
    },
  };
  const projections = running({ longestPause: 20 }, failing);
  logFailures(projections, { error: note, log: note }, () => now);
  const failures = () => projections.runners[0]!.failure?.failures ?? 0;
  await count(store, 'tally-a', { by: 1 });

  await until(() => failures() > 3);
  expect(lines).toEqual([
    {
      message: 'projection failing',
      projection: tally.name,
      position: '0',
      error: 'projection-fault',
      failures: 1,
    },
  ]);
  now = 60_000;
  await until(() => lines.length === 2);
  fails = false;
  await until(() => lines.length === 3);
  expect(lines[2]).toEqual({
    message: 'projection recovered',
    projection: tally.name,
    position: '1',
  });
});
