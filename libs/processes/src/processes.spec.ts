import { describe, expect, test } from '@jest/globals';
import { parkedStreams, releaseParked } from './parked.js';
import { poisonous, remindWhenOverdue } from './testing/lending.js';
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
import type { Process } from './process.js';

inWorkingLibrary();

const { name } = remindWhenOverdue;
const deadlines = () =>
  dataSource.query<object[]>('SELECT key, name FROM process.deadline ORDER BY key');

describe('a process on the log', () => {
  test('sends what follows in its own name, as the consequence of the event', async () => {
    await lend('b', 'li');
    await settled(worker());
    const [lent] = await logged('BookLent');
    const counted = await logged('LoanCounted');
    expect(counted).toMatchObject([
      {
        stream: 'reader-li',
        data: { nth: 1 },
        actor: { id: name, role: 'process' },
        causationId: lent!.id,
        correlationId: lent!.correlationId,
      },
    ]);
  });

  test('keeps its state from page to page and worker to worker', async () => {
    const first = worker();
    await lend('b', 'li');
    await settled(first);
    await first.stop();
    await lend('b', 'li');
    await settled(worker());
    expect((await logged('LoanCounted')).map(({ data }) => data)).toEqual([{ nth: 1 }, { nth: 2 }]);
  });

  test('takes a refusal for an outcome, notes it with its event and goes on', async () => {
    for (const book of ['a', 'b', 'c', 'd']) await lend(book, 'li');
    await lend('e', 'wang');
    const one = worker();
    await settled(one);
    expect(await logged('LoanCounted')).toHaveLength(4);
    const refused = (await logged('BookLent'))[3]!;
    expect(await dataSource.query('SELECT event_id, code, command FROM process.refusal')).toEqual([
      {
        event_id: refused.id,
        code: 'too-many-loans',
        command: { type: 'CountLoan', id: 'li', data: { nth: 1 } },
      },
    ]);
    expect(await one.status()).toMatchObject([{ refusals: 1, parkedStreams: 0 }]);
  });

  test('says whether it begins with the log or when it is installed', async () => {
    await lend('a', 'li');
    const process = {
      ...remindWhenOverdue,
      name: 'remind-from-now-on',
      startsAt: 'installation',
    } as unknown as Process;
    const one = worker({ process });
    await until(async () => (await one.status())[0]?.position !== undefined);
    await lend('b', 'wang');
    await settled(one);
    expect((await logged('LoanCounted')).map(({ stream }) => stream)).toEqual(['reader-wang']);
  });
});

describe('an event on which the process fails', () => {
  test('parks its stream, whose later events wait in order, and the rest goes on', async () => {
    poisonous.add('li');
    await lend('b', 'li');
    await lend('b', 'wang');
    await lend('c', 'wang');
    const one = worker();
    await settled(one);
    expect((await logged('LoanCounted')).map(({ stream }) => stream)).toEqual(['reader-wang']);
    expect(await deadlines()).toMatchObject([{ key: 'book-c' }]);
    expect(await parkedStreams(dataSource)).toMatchObject([
      {
        process: name,
        key: 'book-b',
        type: 'BookLent',
        fault: 'Error: no such reader',
        waiting: 1,
      },
    ]);
    expect(await one.status()).toMatchObject([{ parkedStreams: 1, parkedEvents: 2 }]);
  });

  test('is released once, after a mend, and what waited behind it in order', async () => {
    poisonous.add('li');
    await lend('b', 'li');
    await lend('b', 'wang');
    const [one, other] = [worker(), worker()];
    await settled(one);
    expect(await releaseParked(dataSource, name, 'book-b')).toBe(true);
    await until(async () => (await parkedStreams(dataSource))[0]?.released === false);
    expect(await logged('LoanCounted')).toEqual([]);
    poisonous.clear();
    await Promise.all([1, 2, 3].map(() => releaseParked(dataSource, name, 'book-b')));
    await until(async () => (await parkedStreams(dataSource)).length === 0);
    await lend('b', 'wang');
    await settled(other);
    expect((await logged('LoanCounted')).map(({ stream, data }) => [stream, data])).toEqual([
      ['reader-li', { nth: 1 }],
      ['reader-wang', { nth: 2 }],
      ['reader-wang', { nth: 3 }],
    ]);
    expect(await releaseParked(dataSource, name, 'book-b')).toBe(false);
  });
});

describe('a deadline', () => {
  test('fires once, at its time, with the time at which it was due', async () => {
    const one = worker();
    const due = inMs(300);
    await lend('b', 'li', due);
    await until(async () => (await logged('ReaderReminded')).length > 0);
    await settled(one);
    expect(await logged('ReaderReminded')).toMatchObject([{ occurredAt: due, stream: 'book-b' }]);
    const [reminded] = await logged('ReaderReminded');
    expect(reminded!.recordedAt >= due).toBe(true);
    expect(await deadlines()).toEqual([]);
  });

  test('is withdrawn, or replaced by a later one of its name', async () => {
    const one = worker();
    await lend('b', 'li', inMs(3_600_000));
    await lend('c', 'li', inMs(3_600_000));
    await person('ReturnBook', 'b');
    await lend('c', 'li', inMs(7_200_000));
    await settled(one);
    expect(await deadlines()).toEqual([{ key: 'book-c', name: 'return' }]);
    expect(await one.status()).toMatchObject([{ deadlines: 1, overdue: 0 }]);
  });

  test('wakes whoever sleeps until a later one', async () => {
    const one = worker();
    await lend('far', 'li', inMs(3_600_000));
    await settled(one);
    await lend('near', 'wang', inMs(200));
    await until(async () => (await logged('ReaderReminded')).length === 1);
  });

  test('that fell due while nobody worked fires oldest first, also over several workers', async () => {
    const times = Array.from({ length: 100 }, (_, n) => inMs(-100_000 + n * 100));
    for (const [n, until] of [...times.entries()].reverse()) await lend(`b${n}`, `r${n}`, until);
    await Promise.all([worker(), worker()].map(settled));
    const reminded = await logged('ReaderReminded');
    expect(reminded).toHaveLength(100);
    expect(new Set(reminded.map(({ stream }) => stream)).size).toBe(100);
    expect(reminded.map(({ occurredAt }) => occurredAt).sort()).toEqual(times);
  });
});
