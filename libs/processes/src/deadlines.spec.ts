import { expect, test } from '@jest/globals';
import type { CommandRequest } from '@app/event-store';
import { CLAIMED } from './deadlines.js';
import type { CommandSender } from './sender.js';
import { Library } from './testing/lending.js';
import {
  inWorkingLibrary,
  logged,
  setDeadlines,
  settled,
  store,
  worker,
} from './testing/working-library.js';

inWorkingLibrary();

const HOUR = 3_600_000;

/** Counts what one worker sends. */
class Counting extends Library {
  sent = 0;

  override send(category: string, request: CommandRequest): Promise<unknown> {
    this.sent += 1;
    return super.send(category, request);
  }
}

/** The times at which they took place, in the order of the log, in lots as one worker claims them. */
async function firedInLots(): Promise<string[][]> {
  const times = (await logged('LoanCounted')).map(({ occurredAt }) => occurredAt);
  const lots = Math.ceil(times.length / CLAIMED);
  return Array.from({ length: lots }, (_, n) => times.slice(n * CLAIMED, (n + 1) * CLAIMED).sort());
}

test('deadlines of a day’s outage fire oldest first, each with the time at which it was due', async () => {
  const began = Date.now() - 24 * HOUR;
  const times = Array.from({ length: 4 * CLAIMED }, (_, n) =>
    new Date(began + n * (HOUR / 6)).toISOString(),
  );
  // Set in no order.
  await setDeadlines(times.map((at, n) => ({ key: `k${(n * 37) % times.length}`, at })).reverse());
  await settled(worker());
  expect((await firedInLots()).flat()).toEqual(times);
});

test('those of one key fire in the order of their times, over two workers too', async () => {
  const times = Array.from({ length: 40 }, (_, n) =>
    new Date(Date.now() - (41 - n) * 60_000).toISOString(),
  );
  await setDeadlines(times.map((at, n) => ({ key: 'one', name: `n${(n * 7) % 40}`, at })));
  await Promise.all([worker(), worker()].map(settled));
  expect((await logged('LoanCounted')).map(({ occurredAt }) => occurredAt)).toEqual(times);
});

test('two workers share what is due: each has a part, and none has what the other has', async () => {
  await setDeadlines(
    Array.from({ length: 10 * CLAIMED }, (_, n) => ({
      key: `k${n}`,
      at: new Date(Date.now() - 60_000 + n).toISOString(),
    })),
  );
  const senders = [new Counting(store), new Counting(store)];
  await Promise.all(senders.map((sender: CommandSender) => settled(worker({ sender }))));
  const parts = senders.map(({ sent }) => sent);
  expect(parts[0]! + parts[1]!).toBe(10 * CLAIMED);
  expect(Math.min(...parts)).toBeGreaterThanOrEqual(CLAIMED);
  expect(await logged('LoanCounted')).toHaveLength(10 * CLAIMED);
});
