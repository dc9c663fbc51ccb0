import { expect, test } from '@jest/globals';
import type { CalendarYear } from '@app/kernel';
import type { Process } from './process.js';
import { WORK_CHANNEL } from './effects.js';
import { remindWhenOverdue } from './testing/lending.js';
import {
  dataSource,
  inMs,
  inWorkingLibrary,
  lend,
  logged,
  person,
  settled,
  until,
  worker,
} from './testing/working-library.js';

inWorkingLibrary();

/** A book comes back by the end of the first working day after the day that its loan names. */
const inWorkingDays = {
  ...remindWhenOverdue,
  react: (...[event, state]: Parameters<typeof remindWhenOverdue.react>) =>
    remindWhenOverdue
      .react(event, state)
      .map((each) =>
        'deadline' in each && typeof each.at === 'string'
          ? { ...each, at: { after: each.at, workingDays: 1 } }
          : each,
      ),
} as unknown as Process;

const weekdays: CalendarYear = { restDays: [6, 7], holidays: [], makeUpDays: [] };
const newYear = { ...weekdays, holidays: [{ date: '2097-01-01' }] };
const due = () =>
  dataSource.query<{ key: string; due: string; awaits: string | null }[]>(
    `SELECT key, due_at::text AS due, awaited_year AS awaits FROM process.deadline ORDER BY key`,
  );
const wake = () => dataSource.query(`SELECT pg_notify('${WORK_CHANNEL}', '')`);

/** Years are published as the tests go on. */
const calendar = new Map<string, CalendarYear>();
const published = async (year: string) => calendar.get(year);

test('[V19] a deadline of working days is set by the published year', async () => {
  calendar.clear();
  calendar.set('2096', weekdays);
  const one = worker({ process: inWorkingDays, published });
  await lend('b', 'li', '2096-06-01T04:00:00.000Z');
  await settled(one);
  // 2096-06-01 is a Friday: the next working day is Monday, and ends at 24:00 in Shanghai.
  expect(await due()).toMatchObject([{ key: 'book-b', due: '2096-06-04 16:00:00+00' }]);
  expect(await one.status()).toMatchObject([{ deadlines: 1, awaitingYear: 0, awaitedYear: null }]);
});

test('[V19] one in a year that is not published waits for it, and for the next after that', async () => {
  calendar.clear();
  const one = worker({ process: inWorkingDays, published });
  await lend('a', 'li', '2096-06-01T04:00:00.000Z');
  await lend('b', 'li', '2096-12-31T04:00:00.000Z');
  await lend('c', 'wang', '2096-06-01T04:00:00.000Z');
  await person('ReturnBook', 'c');
  await settled(one);
  expect(await due()).toEqual([
    { key: 'book-a', due: 'infinity', awaits: '2096' },
    { key: 'book-b', due: 'infinity', awaits: '2097' },
  ]);
  expect(await one.status()).toMatchObject([
    { deadlines: 2, overdue: 0, awaitingYear: 2, awaitedYear: '2096' },
  ]);
  calendar.set('2097', newYear);
  await wake();
  await until(async () => (await due())[1]!.awaits === null);
  expect(await due()).toMatchObject([{ awaits: '2096' }, { due: '2097-01-02 16:00:00+00' }]);
  calendar.set('2096', weekdays);
  await wake();
  await until(async () => (await due())[0]!.awaits === null);
  expect((await due())[0]).toMatchObject({ due: '2096-06-04 16:00:00+00' });
});

test('[V19] one that was due before its year was published fires then, once', async () => {
  calendar.clear();
  const one = worker({ process: inWorkingDays, published });
  const past = inMs(-10 * 86_400_000);
  await lend('b', 'li', past);
  await settled(one);
  expect(await due()).toMatchObject([{ due: 'infinity' }]);
  const year = new Date().getUTCFullYear();
  for (const each of [year - 1, year]) calendar.set(String(each), { ...weekdays, restDays: [] });
  const other = worker({ process: inWorkingDays, published });
  await wake();
  await until(async () => (await due()).length === 0);
  await settled(other);
  const reminded = await logged('ReaderReminded');
  expect(reminded).toHaveLength(1);
  expect(Date.parse(reminded[0]!.occurredAt) - Date.parse(past)).toBeLessThanOrEqual(
    2 * 86_400_000,
  );
});
