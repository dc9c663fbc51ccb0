import { describe, expect, test } from '@jest/globals';
import { OutcomeUnknown, type CommandRequest } from '@app/event-store';
import type { CommandSender } from '@app/processes';
import { Library } from '@app/processes/src/testing/lending.js';
import { kill, onMortalWorkers } from '@app/processes/src/testing/mortal-workers.js';
import {
  dataSource,
  inMs,
  inWorkingLibrary,
  lend,
  logged,
  settled,
  store,
  until,
  worker,
} from '@app/processes/src/testing/working-library.js';
import { rounds } from '../support/rounds.js';
import { STORES } from '../support/shared-log.js';

/*
 * The connections of workers are ended, at points that are named and at random, while commands go on
 * to the log over connections of the log's own.
 */

const KILLS = rounds({ short: 10, full: 200 });

/** Milliseconds for what so many kills leave to be done at once. */
const PATIENCE_MS = rounds({ short: 20_000, full: 900_000 });

/** Kills the workers at one command, before or after it has been carried out. */
function dying(type: string, when: 'before' | 'after'): CommandSender {
  const library = new Library(store);
  let died = false;
  return {
    async send(category: string, request: CommandRequest): Promise<unknown> {
      const dies = request.type === type && !died;
      died ||= dies;
      if (dies && when === 'before') await kill();
      const outcome = await library.send(category, request);
      if (dies && when === 'after') await kill();
      // Whoever is dead writes no checkpoint.
      if (dies) throw new OutcomeUnknown('the worker died');
      return outcome;
    },
  };
}

/** Nothing is left to do: the log has been dealt with, and no deadline stands. */
async function idle(): Promise<boolean> {
  const head = await store.head();
  const [found] = await dataSource.query<{ idle: boolean }[]>(
    `SELECT position >= $1 AND NOT EXISTS (SELECT FROM process.deadline) AS idle
     FROM read_model.projection WHERE name LIKE 'process/%'`,
    [head.toString()],
  );
  return found?.idle ?? false;
}

/** As after a run that nothing disturbed: each loan counted once, each reader reminded once, nothing left. */
async function expectOnce(books: number, patience?: number): Promise<void> {
  await until(
    async () => (await logged('ReaderReminded')).length >= books && (await idle()),
    patience,
  );
  const [counted, reminded] = [await logged('LoanCounted'), await logged('ReaderReminded')];
  const streams = (events: typeof counted) => events.map(({ stream }) => stream).sort();
  const named = (prefix: string) =>
    Array.from({ length: books }, (_, n) => `${prefix}-${n}`).sort();
  expect(streams(counted)).toEqual(named('reader'));
  expect(streams(reminded)).toEqual(named('book'));
  for (const table of ['deadline', 'parked', 'refusal'])
    expect(await dataSource.query(`SELECT * FROM process.${table}`)).toEqual([]);
}

describe.each(STORES)('workers that die, on %s', (kind) => {
  inWorkingLibrary(kind);

  const lendAll = async (books: number, due = () => inMs(-1_000)) => {
    for (let n = 0; n < books; n++) await lend(String(n), String(n), due());
  };

  test.each([
    ['before a command is sent', 'CountLoan', 'before'],
    ['with the command sent and the checkpoint not written', 'CountLoan', 'after'],
    ['with the deadline claimed and not fired', 'RemindReader', 'before'],
    ['with the deadline fired and not removed', 'RemindReader', 'after'],
  ] as const)('%s leave nothing twice and nothing undone', async (_, type, when) => {
    await onMortalWorkers(async (connections) => {
      await lendAll(5);
      const one = worker({ connections, sender: dying(type, when) });
      await expectOnce(5);
      await one.stop();
    });
  });

  test('with a deadline whose setting was stored and whose command nobody has sent', async () => {
    await lendAll(3, () => inMs(300));
    const first = worker();
    await until(async () => (await first.status())[0]?.lagEvents === 0);
    await first.stop();
    worker();
    await expectOnce(3);
  });

  test(
    'at random, two of them, again and again',
    async () => {
      await onMortalWorkers(async (connections) => {
        const [one, other] = [worker({ connections }), worker({ connections })];
        for (let n = 0; n < KILLS; n++) {
          await lend(String(n), String(n), inMs(Math.random() * 200 - 100));
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
          await kill();
        }
        await expectOnce(KILLS, PATIENCE_MS);
        await Promise.all([one.stop(), other.stop()]);
      });
    },
    rounds({ short: 30_000, full: 1_200_000 }),
  );

  test('or lose their lease in the middle of a page: nothing comes twice', async () => {
    await lendAll(5);
    let taken = 0;
    const library = new Library(store);
    const sender: CommandSender = {
      async send(category, request) {
        if (request.type === 'CountLoan' && taken++ === 2)
          await dataSource.query('UPDATE read_model.projection SET epoch = epoch + 1');
        return library.send(category, request);
      },
    };
    await settled(worker({ sender }));
    await expectOnce(5);
    expect(taken).toBeGreaterThan(5);
  });

  test('with a clock an hour off: what is due is found by the database', async () => {
    const hour = 3_600_000;
    worker({ clock: { now: Date.now() + hour } });
    const other = worker({ clock: { now: Date.now() - hour } });
    await lendAll(3, () => inMs(300));
    await lend('later', 'later', inMs(hour / 2));
    await until(async () => (await logged('ReaderReminded')).length >= 3);
    await settled(other);
    expect(await other.status()).toMatchObject([{ deadlines: 1, overdue: 0 }]);
    expect(await logged('ReaderReminded')).toHaveLength(3);
  });
});
