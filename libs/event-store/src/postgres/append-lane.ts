import { setImmediate as turn } from 'node:timers/promises';
import type { ServiceClock } from '@app/clock';
import { isDatabaseFull } from '@app/postgres';
import { OutcomeUnknown, StoreClosed, StoreFull, StoreOverloaded } from '../errors.js';
import { ConnectionLost } from '../adapter/connection-lost.js';
import type { Appended } from '../port.js';
import { AppendQueue, type Pending, type QueueLimits } from './append-queue.js';
import { backOff } from '../adapter/back-off.js';
import type { Connection } from './connection.js';
import { KnownPath } from './known-path.js';
import { LockedPath } from './locked-path.js';
import { LogKnowledge } from './log-knowledge.js';
import { LaneCounters } from './metrics.js';
import { OptimisticPath } from './optimistic-path.js';
import { brokenConstraint, isOutOfTime } from './pg-errors.js';
import type { PreparedAppend } from '../adapter/prepared-append.js';

/** Races that a batch may lose in a row against writers who do not take the lock. */
const MAX_COLLISIONS = 200;

export interface LaneOptions extends QueueLimits {
  /** `locked` keeps to the lock path; `adaptive` takes it only while others write. */
  readonly path: 'adaptive' | 'locked';
  readonly keptStreams: number;
  readonly giveUpAfterMs: number;
  /** By which events are recorded; default: one that is read as the log is looked at. */
  readonly clock: ServiceClock;
}

/**
 * The one way into the log for this process. Appends queue; one batch is under way; the next batch
 * is whatever queued in the meantime, so that under load they share a commit and alone none waits.
 */
export class AppendLane {
  readonly counters = new LaneCounters();
  readonly queue: AppendQueue;
  private readonly knowledge: LogKnowledge;
  private readonly optimistic: OptimisticPath;
  private readonly known: KnownPath;
  private readonly locked: LockedPath;
  private running: Promise<void> | undefined;
  private closing = false;

  /** @param onStored told the log's head after each batch */
  constructor(
    private readonly connection: Connection,
    private readonly options: LaneOptions,
    private readonly onStored: (head: bigint) => void,
  ) {
    this.queue = new AppendQueue(options);
    this.knowledge = new LogKnowledge(options.keptStreams, options.clock);
    this.optimistic = new OptimisticPath(connection, this.knowledge, this.counters);
    this.known = new KnownPath(connection, this.knowledge, this.counters);
    this.locked = new LockedPath(connection, this.knowledge, this.counters);
  }

  append({ writes, events, bytes }: PreparedAppend): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.closing) throw new StoreClosed('the store takes no more appends');
      this.queue.push({ writes, events, bytes, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Answers all that waits, then ends. */
  async close(): Promise<void> {
    this.closing = true;
    await this.running;
    await this.connection.close();
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      const batch = this.queue.take();
      await this.settle(batch);
      if (batch.length > 1) await turn();
    }
    this.running = undefined;
  }

  /** Answers every append of a batch, whatever happens. */
  private async settle(batch: Pending[]): Promise<void> {
    let rest = batch;
    let careful = this.options.path === 'locked';
    for (const trouble = new Trouble(); rest.length > 0; careful = true) {
      // A lost connection may mean that the database crashed and lost its newest events, so nothing
      // known before counts.
      if (!this.connection.isOpen) this.knowledge.forget();
      const path = careful
        ? this.locked
        : this.knowledge.isOnlyWriter
          ? this.optimistic
          : this.known;
      try {
        rest = await path.store(rest);
        if (this.knowledge.head !== undefined) this.onStored(this.knowledge.head);
      } catch (error) {
        rest = await this.afterFailure(rest, error, trouble);
      }
    }
  }

  /** Nothing of `rest` was answered; returns what is to be sent again. */
  private async afterFailure(
    rest: Pending[],
    error: unknown,
    trouble: Trouble,
  ): Promise<Pending[]> {
    const constraint = brokenConstraint(error);
    if (constraint === 'events_position') this.knowledge.othersWrite();
    else if (constraint === undefined) this.knowledge.forget();
    if (error instanceof ConnectionLost) return this.afterLoss(rest, error, trouble);
    if (constraint !== undefined) {
      this.counters.collisions++;
      if (++trouble.collisions <= MAX_COLLISIONS) return rest;
      return refuse(rest, new StoreOverloaded('others kept writing first'));
    }
    if (isDatabaseFull(error))
      return refuse(rest, new StoreFull('the database has no room', { cause: error }));
    if (isOutOfTime(error))
      return refuse(rest, new StoreOverloaded('the database has no time', { cause: error }));
    if (rest.length === 1) return refuse(rest, error);
    for (const append of rest) await this.settle([append]);
    return [];
  }

  /**
   * The batch may be stored or not; sent again it is judged by its event ids. When the database does
   * not come back, those that were never sent can at least be told so.
   */
  private async afterLoss(
    rest: Pending[],
    cause: ConnectionLost,
    trouble: Trouble,
  ): Promise<Pending[]> {
    this.counters.reconnects++;
    trouble.lostSince ??= performance.now();
    if (performance.now() - trouble.lostSince < this.options.giveUpAfterMs) {
      await backOff(trouble.losses++);
      return rest;
    }
    while (this.queue.length > 0)
      refuse(this.queue.take(), new StoreOverloaded('the database is away', { cause }));
    return refuse(
      rest,
      new OutcomeUnknown('the database went away while the append was on its way', { cause }),
    );
  }
}

/** The failures of one batch so far. */
class Trouble {
  collisions = 0;
  losses = 0;
  lostSince: number | undefined;
}

function refuse(appends: readonly Pending[], error: unknown): Pending[] {
  for (const { reject } of appends) reject(error);
  return [];
}
