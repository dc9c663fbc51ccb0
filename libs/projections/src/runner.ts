import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { EventStore, Page } from '@app/event-store';
import { storedIn } from '@app/privacy';
import { pauseAfterPage } from './pause-after-page.js';
import type { Checkpoint } from './checkpoint.js';
import { Fenced, LeaseHeld, SubscriptionEnded } from './errors.js';
import { acquire, LEASE_SECONDS, release, type Lease } from './lease.js';
import { LeaseKeeper } from './lease-keeper.js';
import { PageWriter } from './page-writer.js';
import { poolOf } from '@app/internals/src/data-source-pool.js';
import type { Led } from './led.js';
import type { PageSink } from './page-sink.js';
import { pagesUpTo } from './pages-up-to.js';
import type { Projection } from './projection.js';
import { Rest } from './rest.js';
import { sealingOf } from './sealing.js';
import type { RunnerFailure, RunnerOptions, RunnerSnapshot, RunnerState } from './runner-state.js';

const SHORTEST_PAUSE = 100;

/** What gathers while a runner rests in the greatest rush. */
const LIVE_PAGE = 5_000;

/**
 * Leads one projection, or whatever else follows the log: takes its lease, follows the log from the
 * checkpoint and writes what comes of each page together with the checkpoint. Whatever is thrown, it takes the lease and the checkpoint anew
 * and tries again; it never ends but by `stop`.
 */
export class Runner<Followed extends Led = Projection> {
  state: RunnerState = 'stopped';
  failure: RunnerFailure | undefined;
  /** The last position known to be folded in; never ahead of the table. */
  position = 0n;
  private readonly seconds: number;
  private readonly pageSize: number;
  private readonly moved = new Set<() => void>();
  private stopping = new AbortController();
  private readonly resting = new Rest();
  private running: Promise<void> | undefined;

  constructor(
    readonly projection: Followed,
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly options: RunnerOptions,
    private readonly writer: PageSink,
  ) {
    this.seconds = options.leaseSeconds ?? LEASE_SECONDS;
    this.pageSize = options.pageSize ?? LIVE_PAGE;
  }

  /** One whose pages become the rows of a projection: what is sealed is copied as it is. */
  static folding(
    projection: Projection,
    dataSource: DataSource,
    store: EventStore,
    options: RunnerOptions,
  ): Runner {
    const seconds = options.leaseSeconds ?? LEASE_SECONDS;
    const sealing = sealingOf(store);
    const writer = new PageWriter(projection, poolOf(dataSource), seconds, { sealing });
    return new Runner(projection, dataSource, storedIn(store), options, writer);
  }

  start(): void {
    if (this.running) return;
    this.stopping = new AbortController();
    this.enter('standby');
    this.running = this.run(this.stopping.signal);
  }

  /** Ends after the page at hand, and gives the lease back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = undefined;
    this.state = 'stopped';
  }

  snapshot(): RunnerSnapshot {
    const { projection, state, position, failure } = this;
    return { name: projection.name, state, position, failure };
  }

  /** Stands as its twin in another thread does, which runs in its place. */
  mirror({ state, position, failure }: RunnerSnapshot): void {
    Object.assign(this, { state, position, failure });
    this.announce();
  }

  /** Ends a rest: somebody waits for what has gathered. */
  hurry(): void {
    this.resting.end();
  }

  /** Calls `listener` whenever the position moved or the state changed; returns how to end that. */
  onMove(listener: () => void): () => void {
    this.moved.add(listener);
    return () => this.moved.delete(listener);
  }

  /**
   * Folds from a lease's position up to `head`, then returns the position reached; for a rebuild,
   * which holds the lease itself. Whatever goes wrong is thrown.
   */
  async catchUp(lease: Lease, head: bigint, onPage: (position: bigint) => void): Promise<bigint> {
    const keeper = this.begin(lease);
    try {
      const types = Object.keys(this.projection.handles);
      const { pageSize: limit } = this.options;
      const stretch = { after: this.position, types, ...(limit !== undefined && { limit }) };
      for await (const page of pagesUpTo(head, this.store, stretch)) {
        await this.write(page, keeper.checkpoint);
        onPage(this.position);
      }
    } finally {
      await keeper.end();
    }
    if (keeper.lost.signal.aborted) throw new Fenced(this.projection.name);
    return this.position;
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.lead(signal);
      } catch (error) {
        await pause(this.pauseAfter(error), signal);
      }
    }
  }

  private async lead(signal: AbortSignal): Promise<void> {
    const { projection, dataSource, seconds } = this;
    const leader = { owner: this.options.owner, logId: this.store.logId };
    const begins =
      projection.startsAt === 'installation' ? { beginAt: await this.store.head() } : {};
    const lease = await acquire(dataSource, projection, leader, { seconds, ...begins });
    const keeper = this.begin(lease);
    this.enter('leading');
    try {
      await this.follow(keeper.checkpoint, AbortSignal.any([signal, keeper.lost.signal]));
    } finally {
      await keeper.end();
      await release(dataSource, projection.name, lease).catch(() => undefined);
    }
  }

  private async follow(checkpoint: Checkpoint, signal: AbortSignal): Promise<void> {
    const pages = this.store.subscribe({
      after: checkpoint.position,
      types: Object.keys(this.projection.handles),
      signal,
      pageSize: this.pageSize,
    });
    for await (const page of pages) {
      const began = performance.now();
      if (page.scannedTo > this.position) await this.write(page, checkpoint);
      this.recover();
      const took = performance.now() - began;
      const rest = pauseAfterPage({ events: page.looked, needed: page.events.length, took });
      if (rest > 0 && this.isNearHead(page)) await this.resting.take(rest, signal);
      if (signal.aborted) return;
    }
    if (!signal.aborted) throw new SubscriptionEnded(this.projection.name);
  }

  /**
   * Whether nothing stands behind a page but what came meanwhile. In a rush something always does,
   * and a page of that little would write again the rows that have just been written.
   */
  private isNearHead({ atHead, looked }: Page): boolean {
    return atHead || looked < this.pageSize;
  }

  /** Said at once, not with the next page: whoever looks on should not believe it still fails. */
  private recover(): void {
    if (!this.failure) return;
    this.failure = undefined;
    this.announce();
  }

  private async write(page: Page, checkpoint: Checkpoint): Promise<void> {
    await this.writer.write(page, checkpoint);
    this.position = page.scannedTo;
    this.announce();
  }

  private begin(lease: Lease): LeaseKeeper {
    const { dataSource, projection, seconds } = this;
    this.position = lease.position;
    this.writer.forget();
    return new LeaseKeeper(dataSource, projection.name, lease, seconds, () => this.position);
  }

  /** Notes the failure and answers for how many milliseconds to wait. */
  private pauseAfter(error: unknown): number {
    if (error instanceof LeaseHeld || error instanceof Fenced) {
      this.failure = undefined;
      this.enter('standby');
      return error instanceof Fenced ? SHORTEST_PAUSE : Math.min(1000, (this.seconds * 1000) / 5);
    }
    const failures = (this.failure?.failures ?? 0) + 1;
    const { message, code } = error as Error & { code?: string };
    this.failure = { message, at: new Date(), failures, ...(code !== undefined && { code }) };
    this.enter('failing');
    const longest = Math.min(
      this.options.longestPause ?? 30_000,
      SHORTEST_PAUSE * 2 ** (failures - 1),
    );
    return longest * (0.5 + Math.random() / 2);
  }

  private enter(state: RunnerState): void {
    this.state = state;
    this.announce();
  }

  private announce(): void {
    for (const listener of [...this.moved]) listener();
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
