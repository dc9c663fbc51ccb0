import { setTimeout as sleep } from 'node:timers/promises';
import type { AwaitedYears } from './awaited-years.js';
import { CLAIMED, type Deadlines } from './deadlines.js';
import type { Releases } from './parked.js';
import { reasonOf } from './sender.js';
import type { Waker } from './waker.js';

/** The longest sleep in milliseconds: for news that was lost without the connection's ending. */
const LONGEST_SLEEP = 60_000;

/** How long to leave to other workers what they have claimed, in milliseconds. */
const CLAIMED_ELSEWHERE = 200;

/** Milliseconds after a failure of the database or the store. */
const AFTER_FAILURE = 500;

/** Sleeps until a deadline is due or there is news, and works off what there is then. */
export class Timer {
  private wrong: string | undefined;
  private readonly told = new Set<() => void>();
  private stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly deadlines: Deadlines,
    private readonly awaited: AwaitedYears,
    private readonly releases: readonly Releases[],
    private readonly waker: Waker,
  ) {}

  /** What went wrong last; gone once work succeeds. */
  get failure(): string | undefined {
    return this.wrong;
  }

  set failure(failure: string | undefined) {
    if (failure === this.wrong) return;
    this.wrong = failure;
    for (const listener of this.told) listener();
  }

  /** Calls `listener` whenever it begins to fail, fails otherwise, or has recovered. */
  onFailure(listener: () => void): void {
    this.told.add(listener);
  }

  start(): void {
    if (this.running) return;
    this.stopping = new AbortController();
    this.waker.start();
    this.running = this.run(this.stopping.signal);
  }

  /** Ends after the work at hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = undefined;
    await this.waker.stop();
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const { news } = this.waker;
      await this.rest(await this.work(signal), news, signal);
    }
  }

  /** Answers with how many milliseconds to sleep then. */
  private async work(signal: AbortSignal): Promise<number> {
    try {
      for (const releases of this.releases)
        while (!signal.aborted && (await releases.takeOne())) continue;
      const fired = await this.deadlines.fireSome();
      this.failure = undefined;
      if (fired === CLAIMED) return 0;
      // Before a rest only: a year is published once in a year, and what is due goes first.
      await this.awaited.setPublished();
      const next = (await this.deadlines.untilNext()) ?? LONGEST_SLEEP;
      if (next === 0 && fired === 0) return CLAIMED_ELSEWHERE;
      return Math.min(next, LONGEST_SLEEP);
    } catch (error) {
      this.failure = reasonOf(error);
      return AFTER_FAILURE;
    }
  }

  private async rest(milliseconds: number, news: Promise<void>, signal: AbortSignal) {
    if (milliseconds === 0 || signal.aborted) return;
    const ended = new AbortController();
    const until = AbortSignal.any([signal, ended.signal]);
    const slept = sleep(milliseconds, undefined, { signal: until }).catch(() => undefined);
    await Promise.race([news, slept]);
    ended.abort();
  }
}
