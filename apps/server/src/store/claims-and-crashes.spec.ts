import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { newId, overlaps } from '@app/kernel';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { SingleStreamStore } from '@app/event-store/src/testing/single-stream-store.js';
import { opened } from '@app/tickets/src/testing/past.js';
import { DAY, span } from '@app/tickets/src/testing/ticket.builders.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { later } from '../testing/clock.js';
import { Office } from '../testing/office.js';

let database: TestDatabase;
let log: PostgresEventStore;

beforeAll(async () => {
  database = await testDatabase();
  log = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(async () => {
  await log?.close();
  await database?.drop();
});

/** What is asked of one of the tickets, and how it goes with it. */
interface Wish {
  readonly type: 'ScheduleVisit' | 'RescheduleVisit' | 'CancelVisit';
  readonly ticket: number;
  readonly visit: number;
  /** The window's first hour; it lasts for two. */
  readonly hour: number;
  /** The write at which the process that got it crashes; that one is not stored, nor any after it. */
  readonly crashesAt: number | undefined;
  /** It is sent to two processes at the same moment. */
  readonly doubled: boolean;
  /** It is sent again when it has been answered, or not. */
  readonly retried: boolean;
  /** How long after the one before. */
  readonly secondsLater: number;
}

const TICKETS = 3;

const wish: fc.Arbitrary<Wish> = fc.record({
  type: fc.constantFrom('ScheduleVisit', 'ScheduleVisit', 'RescheduleVisit', 'CancelVisit'),
  ticket: fc.nat(TICKETS - 1),
  visit: fc.integer({ min: 1, max: 2 }),
  hour: fc.integer({ min: 14, max: 18 }),
  crashesAt: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 2 }),
  doubled: fc.boolean(),
  retried: fc.boolean(),
  secondsLater: fc.constantFrom(0, 20, 61),
});

const newProcess = () => new Office(new SingleStreamStore(log));

function crashingProcess(at: number | undefined): Office {
  const store = new SingleStreamStore(log);
  let writes = 0;
  store.crashesAt = () => ++writes === at;
  return new Office(store);
}

const hours = (from: number, until: number) => span(`${from}:00`, `${until}:00`);

async function carryOut(wanted: Wish, tickets: readonly string[], technician: string) {
  const { type, visit, hour, crashesAt, doubled, retried } = wanted;
  const plan = { technician, window: hours(hour, hour + 2), atCustomersWish: true };
  const data = {
    ...(type !== 'CancelVisit' && plan),
    ...(type !== 'ScheduleVisit' && { visit, reason: '客户要求' }),
  };
  const commandId = newId();
  const send = (office: Office) =>
    office.ticket(type, tickets[wanted.ticket]!, data, { commandId }).catch(refusalOf);
  await Promise.all([send(crashingProcess(crashesAt)), ...(doubled ? [send(newProcess())] : [])]);
  if (retried) await send(newProcess());
}

/** Whatever a client may be answered is taken; a fault of the software is not. */
function refusalOf(error: unknown): string {
  const code: unknown = (error as { code?: unknown }).code;
  if (typeof code !== 'string') throw error;
  return code;
}

async function pendingVisits(tickets: readonly string[]) {
  const office = newProcess();
  const visits = await Promise.all(tickets.map((ticket) => office.visitsOf(ticket)));
  return visits.flatMap((each, index) =>
    each
      .filter(({ status }) => status === 'scheduled')
      .map(({ visit, window }) => ({ ticket: tickets[index]!, visit, window })),
  );
}

test('[V7] whatever is sent twice, at once or cut off by a crash: nobody is booked twice, and after a minute nobody for nothing', async () => {
  const property = async (rounds: readonly (readonly [Wish, Wish])[]) => {
    const technician = `tech-${newId()}`;
    const tickets = Array.from({ length: TICKETS + 1 }, () => newId());
    const office = newProcess();
    await office.hire(technician);
    for (const ticket of tickets) await office.begin(ticket, [opened()]);
    for (const wishes of rounds) {
      later(wishes[0].secondsLater);
      await Promise.all(wishes.map((each) => carryOut(each, tickets, technician)));
    }
    const standing = await pendingVisits(tickets);
    const pairs = standing.flatMap((a, n) => standing.slice(n + 1).map((b) => [a, b] as const));
    expect(pairs.filter(([a, b]) => overlaps(a.window, b.window))).toEqual([]);
    const { bookings } = await office.diary(`diary-${technician}-${DAY}`);
    for (const each of standing) expect(bookings).toContainEqual(expect.objectContaining(each));

    later(61);
    const last = tickets[TICKETS]!;
    for (let hour = 14; hour < 20; hour++) {
      const window = hours(hour, hour + 1);
      const data = { technician, window, atCustomersWish: true };
      const answer = await newProcess().ticket('ScheduleVisit', last, data).catch(refusalOf);
      const taken = standing.some((each) => overlaps(each.window, window));
      if (taken) expect(answer).toBe('technician-double-booked');
      else expect(answer).toMatchObject({ events: [{ type: 'VisitScheduled' }] });
    }
    jest.useRealTimers();
  };
  const rounds = fc.array(fc.tuple(wish, wish), { minLength: 1, maxLength: 8 });
  await fc.assert(fc.asyncProperty(rounds, property), { numRuns: 60 });
}, 120_000);
