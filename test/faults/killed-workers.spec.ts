import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { wholeLog } from '@app/event-store/src/testing/history.js';
import {
  database,
  dataSource,
  inMs,
  inWorkingLibrary,
  lend,
  store,
} from '@app/processes/src/testing/working-library.js';
import { rounds } from '../support/rounds.js';

inWorkingLibrary();

const KILLS = rounds({ short: 5, full: 200 });
const LENT_PER_KILL = 4;

/** Ends a run that hangs, and says nothing of speed. */
const LONGEST_MS = 60_000 + KILLS * 15_000;

let workers: ChildProcess[] = [];
afterEach(() => workers.forEach((each) => each.kill('SIGKILL')));

/** One in a process of its own, at work: as built, which begins several times as fast. */
async function worker(): Promise<ChildProcess> {
  const started = fork(resolve('dist/test/faults/killed-workers/worker.js'), [database.url]);
  await once(started, 'message');
  return started;
}

async function kill(one: ChildProcess): Promise<void> {
  const gone = once(one, 'exit');
  one.kill('SIGKILL');
  await gone;
}

/** All that was lent has been dealt with, and nothing is left to fire. */
async function done(): Promise<boolean> {
  const head = await store.head();
  const [found] = await dataSource.query<{ done: boolean }[]>(
    `SELECT position >= $1 AND NOT EXISTS (SELECT FROM process.deadline) AS done
     FROM read_model.projection WHERE name LIKE 'process/%'`,
    [head.toString()],
  );
  return found?.done ?? false;
}

test(
  'workers that are killed at any point leave nothing twice and nothing undone',
  async () => {
    workers = await Promise.all([worker(), worker()]);
    let book = 0;
    for (let n = 0; n < KILLS; n++) {
      for (let lent = 0; lent < LENT_PER_KILL; lent++, book++)
        await lend(`${book}`, `${book}`, inMs(Math.random() * 1_000 - 500));
      await pause(Math.random() * 300);
      const place = n % 2;
      await kill(workers[place]!);
      workers[place] = await worker();
    }
    while (!(await done())) {
      // A worker that ends by itself has found a fault.
      expect(workers.map(({ exitCode }) => exitCode)).toEqual([null, null]);
      await pause(50);
    }
    const log = await wholeLog(store);
    const streams = (type: string) =>
      log.flatMap((each) => (each.type === type ? [each.stream] : [])).sort();
    const named = (kind: string) => Array.from({ length: book }, (_, n) => `${kind}-${n}`).sort();
    expect(streams('LoanCounted')).toEqual(named('reader'));
    expect(streams('ReaderReminded')).toEqual(named('book'));
    for (const table of ['deadline', 'parked', 'refusal'])
      expect(await dataSource.query(`SELECT * FROM process.${table}`)).toEqual([]);
  },
  LONGEST_MS,
);
