import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { ServiceClock } from './service-clock.js';

/** What the database's clock says where the test begins. */
const NOON = Date.parse('2026-03-02T04:00:00.000Z');

let passed: number;
let machine: number;
let clock: ServiceClock;

beforeEach(() => {
  [passed, machine] = [1_000, Date.parse('2031-01-01T00:00:00.000Z')];
  jest.spyOn(performance, 'now').mockImplementation(() => passed);
  jest.spyOn(Date, 'now').mockImplementation(() => machine);
  clock = new ServiceClock();
});
afterEach(() => void jest.restoreAllMocks());

function pass(milliseconds: number): void {
  passed += milliseconds;
  machine += milliseconds;
}

/** A reading that was asked for, and answered so much later. */
function read(now: number, roundTrip = 0): void {
  const asked = passed;
  pass(roundTrip);
  clock.read(now, asked);
}

describe("the service's time in a process", () => {
  test('is what was read and the time that has passed since, whatever this machine says', () => {
    read(NOON);
    pass(1_500);
    machine += 3_600_000;
    expect(clock.now).toBe(NOON + 1_500);
  });

  test('is doubtful before it is read, after a while, and once the machine slept or was set', () => {
    expect(clock.reliable).toBe(false);
    read(NOON);
    expect(clock.reliable).toBe(true);
    machine += 200;
    expect(clock.reliable).toBe(false);
    read(NOON);
    pass(5_000);
    expect(clock.reliable).toBe(false);
  });

  test('follows a clock that was set forward, and stands still before one that was set back', () => {
    read(NOON);
    read(NOON + 3_600_000);
    expect(clock.now).toBe(NOON + 3_600_000);
    read(NOON);
    pass(60_000);
    expect(clock.now).toBe(NOON + 3_600_000);
    pass(3_600_000);
    expect(clock.now).toBe(NOON + 3_660_000);
  });

  test('is not taken from a slow reading that does not contradict it', () => {
    read(NOON);
    read(NOON + 100, 2_000);
    expect(clock.now).toBe(NOON + 2_000);
  });

  test('never goes back, and is behind by a round trip at most, whatever is read when', () => {
    const step = fc.record({
      rest: fc.nat(9_000),
      roundTrip: fc.nat(3_000),
      answered: fc.double({ min: 0, max: 1, noNaN: true }),
      forward: fc.oneof(fc.constant(0), fc.nat(86_400_000)),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        clock = new ServiceClock();
        let ahead = NOON - passed;
        let before = 0;
        for (const { rest, roundTrip, answered, forward } of steps) {
          pass(rest);
          ahead += forward;
          read(passed + Math.floor(roundTrip * answered) + ahead, roundTrip);
          const { now } = clock;
          expect(now).toBeGreaterThanOrEqual(before);
          expect(now).toBeLessThanOrEqual(passed + ahead);
          expect(now).toBeGreaterThanOrEqual(passed + ahead - roundTrip - 1);
          before = now;
        }
      }),
    );
  });
});
