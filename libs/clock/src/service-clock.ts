import { Clock } from './clock.js';

/** How long a reading is relied on, in milliseconds: clocks drift apart by less than one meanwhile. */
const RELIED_ON_MS = 5_000;

/** By how many milliseconds this process's clock must have been set to make the reading doubtful. */
const SET_MS = 100;

/**
 * The service's time (ADR 17) without asking the database each time: what the database said when it
 * was last read, and the time that has passed in this process since. Setting this machine's clock
 * does not change it. It is behind the database's by the round trip of a reading at most, never
 * ahead by more than a millisecond, and never goes back: where the database's clock was set back, it
 * stands still until that has caught up.
 */
export class ServiceClock extends Clock {
  private ahead = Number.NEGATIVE_INFINITY;
  private own = 0;
  private readAt = Number.NEGATIVE_INFINITY;
  private told = 0;

  /** Whether it was read lately, and this process has not slept or had its clock set since. */
  get reliable(): boolean {
    const passed = performance.now();
    return passed - this.readAt < RELIED_ON_MS && Math.abs(Date.now() - passed - this.own) < SET_MS;
  }

  /** Unix milliseconds. Before the first reading there is no time to tell: 0. */
  get now(): number {
    return (this.told = Math.max(this.told, Math.floor(performance.now() + this.ahead)));
  }

  /**
   * Takes over what the database says.
   *
   * What is told already is better than a reading that took long, as long as it may still be true.
   *
   * @param now Unix milliseconds by `service_clock.now()`
   * @param asked when it was asked, by `performance.now()`
   */
  read(now: number, asked: number): void {
    const heard = performance.now();
    const passed = heard - asked;
    const told = heard + this.ahead;
    const stillTrue = this.reliable && told >= now && told <= now + passed;
    this.readAt = heard;
    this.own = Date.now() - heard;
    if (stillTrue) return;
    this.ahead = now - heard;
    this.told = Math.max(this.told, Math.floor(now));
  }
}
