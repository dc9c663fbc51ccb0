import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant } from '@app/kernel';
import { Client } from '@app/postgres';
import { rounds } from '../../../test/support/rounds.js';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { DatabaseClock } from './database-clock.js';
import { begin, settingOf } from './setting.js';

const HOUR = 3_600_000;
const MORNING = '2026-03-02T00:00:00.000Z';

let database: TestDatabase;
let admin: Client;
const opened: DatabaseClock[] = [];

beforeEach(async () => {
  database = await testDatabase();
  admin = new Client(database.url);
  await admin.connect();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
  await admin.end();
  await database.drop();
});

async function open(): Promise<DatabaseClock> {
  const clock = await DatabaseClock.open(database.url);
  opened.push(clock);
  return clock;
}

/** What the database says. */
async function told(): Promise<number> {
  const { rows } = await admin.query<{ now: Date }>('SELECT service_clock.now()');
  return rows[0]!.now.getTime();
}

async function reaches(clock: DatabaseClock, time: number): Promise<void> {
  while (clock.clock.now < time) await pause(5);
}

describe('the clock of a database', () => {
  test("is the database's own where nobody sets it", async () => {
    const clock = await open();
    const { rows } = await admin.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    await reaches(clock, rows[0]!.now.getTime());
    expect(clock.clock.now).toBeLessThanOrEqual((await told()) + 1);
    await clock.setForward(instant((await told()) + HOUR));
    expect(await settingOf(admin)).toBeUndefined();
  });

  test('begins where it is told, once', async () => {
    await begin(admin, MORNING);
    await begin(admin, '2020-01-01T00:00:00.000Z');
    const began = await told();
    expect(began).toBeGreaterThanOrEqual(Date.parse(MORNING));
    expect(began).toBeLessThan(Date.parse(MORNING) + HOUR);
  });

  test('is set forward for whoever asked before they are answered, and for others soon', async () => {
    await begin(admin, MORNING);
    const [one, other] = [await open(), await open()];
    const noon = Date.parse(MORNING) + 12 * HOUR;
    await one.setForward(instant(noon));
    expect(one.clock.now).toBeGreaterThanOrEqual(noon);
    await reaches(other, noon);
    expect(other.clock.now).toBeLessThanOrEqual((await told()) + 1);
  });

  test('is not set back, whoever tries', async () => {
    await begin(admin, MORNING);
    const clock = await open();
    await clock.setForward('2026-03-03T00:00:00.000Z');
    const ahead = await settingOf(admin);
    await clock.setForward('2026-03-02T12:00:00.000Z');
    expect(await settingOf(admin)).toBe(ahead);
    for (const statement of [
      'UPDATE service_clock.setting SET ahead_ms = ahead_ms - 1',
      'DELETE FROM service_clock.setting',
      'TRUNCATE service_clock.setting',
    ])
      await expect(admin.query(statement)).rejects.toThrow('never set back');
  });

  test('goes on where the session ends, and follows again what is set', async () => {
    await begin(admin, MORNING);
    const [one, other] = [await open(), await open()];
    const before = other.clock.now;
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'service-centre clock'`,
    );
    expect(other.clock.now).toBeGreaterThanOrEqual(before);
    await one.setForward('2026-03-02T12:00:00.000Z').catch(() => undefined);
    await one.setForward('2026-03-02T12:00:00.000Z');
    await reaches(other, Date.parse('2026-03-02T12:00:00.000Z'));
  });

  test('never goes back in any of several processes, whoever sets it how', async () => {
    await begin(admin, MORNING);
    const clocks = [await open(), await open(), await open()];
    const before = clocks.map(() => 0);
    const look = () => {
      for (const [i, { clock }] of clocks.entries()) {
        expect(clock.now).toBeGreaterThanOrEqual(before[i]!);
        before[i] = clock.now;
      }
    };
    const turn = fc.record({ by: fc.nat(2), minutes: fc.integer({ min: -600, max: 60 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 12 }), async (turns) => {
        await Promise.all(
          turns.map(async ({ by, minutes }) => {
            const to = clocks[by]!.clock.now + minutes * 60_000;
            await clocks[by]!.setForward(instant(to));
            expect(clocks[by]!.clock.now).toBeGreaterThanOrEqual(to);
            look();
          }),
        );
        const now = await told();
        for (const each of clocks) await reaches(each, now);
        look();
      }),
      { numRuns: rounds({ short: 20, full: 500 }) },
    );
  });
});
