import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId, Refused } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { Executor, type EventStore } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { Interleaving } from '@app/event-store/src/testing/interleaving.js';
import { requested } from '@app/event-store/src/testing/requests.js';
import { SingleStreamStore } from '@app/event-store/src/testing/single-stream-store.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { known, openedCase, report } from '../testing/cases.js';
import { isPending, standingStreams } from '../domain/standing.state.js';
import { yearStreams } from '../domain/year/year.state.js';
import { standings } from '../standing.aggregate.js';
import { years } from '../year.aggregate.js';
import { YearParticipants } from './year-participants.js';

let database: TestDatabase;
let log: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  log = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
});
afterAll(async () => {
  await log?.close();
  await database?.drop();
});

const AFTER = '2027-01-05T01:00:00.000Z';
const standing = { ...standings, types: standings.types } as never;
const year = { ...years, types: years.types } as never;

/** A case of the year is opened after its last day, as the server does it. */
async function openCase(store: EventStore, employee: string, of: string, receivedAt = AFTER) {
  const executor = new Executor(store);
  const command = report('D26.talks-back', { happenedAt: `${of}-03-02T01:00:00.000Z` });
  const data = { ...command.data, employee, year: of };
  const request = requested('OpenCase', employee, data, { receivedAt, occurredAt: receivedAt });
  return executor.execute({
    request,
    stream: standingStreams.named({ employee, year: of }),
    aggregate: standing,
    command: () =>
      ({ ...command, id: request.commandId, data, occurredAt: receivedAt, known }) as never,
    participants: (events, before) =>
      new YearParticipants(executor).of(events as never, before as never, request),
  });
}

/** The year is closed, with a look at the one employee there is. */
async function closeYear(store: EventStore, employee: string, of: string) {
  const executor = new Executor(store);
  const request = requested('CloseYear', of, { year: of }, { occurredAt: AFTER, actor: MANAGER });
  return executor.execute({
    request,
    stream: yearStreams.named({ year: of }),
    aggregate: year,
    command: async (state: { touches: number }) => {
      const stream = standingStreams.named({ employee, year: of });
      const { state: found } = await executor.load(standing, stream);
      const open = (found as { cases: [] }).cases.some(isPending);
      const looked = { touches: state.touches, evaluations: [], entries: [] };
      const { commandId: id, data, actor } = request;
      const asked = { type: 'CloseYear', id, data, actor, occurredAt: AFTER };
      return { ...asked, known: { ...looked, cases: open ? [employee] : [] } } as never;
    },
  });
}

describe.each([
  ['which appends to several streams at once', (store: EventStore) => store],
  ['which takes one stream at a time', (store: EventStore) => new SingleStreamStore(store)],
])('on a store %s', (_, on) => {
  test('[D8] a case that is opened as the year is closed is in it, or refused: never in a closed year', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 24 }),
      fc.integer({ min: 2000, max: 2026 }).map(String),
      async (order, of) => {
        const employee = newId();
        const interleaving = new Interleaving();
        const [one, other] = [0, 1].map(() => on(interleaving.through(log))) as [
          EventStore,
          EventStore,
        ];
        const reader = new Executor(log);
        const before = await reader.load(year, yearStreams.named({ year: of }));
        if ((before.state as { closed: boolean }).closed) await reopen(reader, of);
        const ends = await interleaving.run(order, [
          () => openCase(one, employee, of),
          () => closeYear(other, employee, of),
        ]);
        const { state } = await reader.load(year, yearStreams.named({ year: of }));
        const { closed } = state as { closed: boolean };
        const [opened, closing] = ends.map(({ status }) => status === 'fulfilled');
        expect([opened, closing, closed]).toEqual(
          opened ? [true, false, false] : [false, true, true],
        );
        for (const end of ends)
          if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Refused);
      },
    );
    await fc.assert(property, { numRuns: 40 });
  }, 240_000);
});

test('[D8] before the last day of the year nobody can close it, and nothing is changed beside', async () => {
  const employee = newId();
  await openCase(log, employee, '2031', '2031-12-30T15:59:59.999Z');
  expect(await log.readStream('year-2031')).toEqual([]);
  await openCase(log, newId(), '2031', '2031-12-30T16:00:00.000Z');
  expect((await log.readStream('year-2031')).map(({ type }) => type)).toEqual([
    'CentreYearTouched',
  ]);
});

test('[D9] [D10] the second stage of an adoption is noted in the year of that, where it is another', () => {
  const receivedAt = '2026-03-02T01:00:00.000Z';
  const request = requested('OpenCase', 'he-ying', {}, { receivedAt, occurredAt: receivedAt });
  const beside = (year: string) => {
    const opened = openedCase(2, 'D9.profit', { adoption: { year, case: 1 } });
    return new YearParticipants(new Executor(log)).of([opened], {} as never, request);
  };
  expect(beside('2025').map(({ stream }) => stream)).toEqual(['standing-he-ying:2025']);
  expect(beside('2026')).toEqual([]);
});

async function reopen(executor: Executor, of: string) {
  const data = { year: of, reason: '…' };
  const request = requested('ReopenYear', of, data, { occurredAt: AFTER, actor: MANAGER });
  const { commandId: id, actor } = request;
  const command = { type: 'ReopenYear', id, data, actor, occurredAt: AFTER };
  await executor.execute({
    request,
    stream: yearStreams.named({ year: of }),
    aggregate: year,
    command: () => command as never,
  });
}
