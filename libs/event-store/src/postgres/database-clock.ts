import type { Instant } from '@app/kernel';

/** How long a reading is relied on, in milliseconds: clocks drift apart by less than one meanwhile. */
const RELIED_ON_MS = 5_000;

/** By how many milliseconds this process's clock must have been set to make the reading doubtful. */
const SET_MS = 100;

/**
 * The database's clock, told without asking it each time: by the time that has passed in this
 * process since it was last read. Setting this machine's clock does not change it.
 */
export class DatabaseClock {
  private offset = 0;
  private own = 0;
  private readAt = Number.NEGATIVE_INFINITY;

  /** Whether it was read lately, and this process has not slept or had its clock set since. */
  get reliable(): boolean {
    const passed = performance.now();
    return passed - this.readAt < RELIED_ON_MS && Math.abs(Date.now() - passed - this.own) < SET_MS;
  }

  /** Unix milliseconds. */
  get now(): number {
    return Math.floor(performance.now() + this.offset);
  }

  /** What it says at this moment. */
  read(now: Instant): void {
    this.readAt = performance.now();
    this.offset = Date.parse(now) - this.readAt;
    this.own = Date.now() - this.readAt;
  }
}
