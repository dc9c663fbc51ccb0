import type { DataSource } from 'typeorm';
import { Checkpoint } from './checkpoint.js';
import { renew, type Lease } from './lease.js';
import { poolOf } from './pool.js';

/** How long the stored checkpoint may lag behind over events that the table needs nothing of, in milliseconds. */
const SAVE_EVERY = 200;

/** Keeps a lease while its runner leads: prolongs it in good time, and stores how far the runner is. */
export class LeaseKeeper {
  /** Aborts when the lease has become another's, or the database has lost what was stored last. */
  readonly lost = new AbortController();
  readonly checkpoint: Checkpoint;
  private readonly timers: NodeJS.Timeout[];
  private keeping: Promise<void> | undefined;
  /** A connection has ended since the last renewal; it may have been the database that did. */
  private doubtful = false;

  /** @param reached up to where the runner has folded everything in */
  constructor(
    private readonly dataSource: DataSource,
    private readonly name: string,
    lease: Lease,
    private readonly seconds: number,
    private readonly reached: () => bigint,
  ) {
    this.checkpoint = new Checkpoint(lease);
    poolOf(dataSource).on('remove', this.doubt);
    this.timers = [
      setInterval(() => void this.keep(), (seconds * 1000) / 3),
      setInterval(() => void this.keepUp(), SAVE_EVERY),
    ];
  }

  /** Stores how far the runner is for the last time; the lease is still to be released. */
  async end(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    poolOf(this.dataSource).off('remove', this.doubt);
    await this.keeping;
    if (!this.lost.signal.aborted) await this.keepUp();
  }

  private readonly doubt = () => {
    this.doubtful = true;
  };

  private async keepUp(): Promise<void> {
    if (this.doubtful || this.checkpoint.position < this.reached()) await this.keep();
  }

  private keep(): Promise<void> {
    this.keeping ??= this.renew().finally(() => (this.keeping = undefined));
    return this.keeping;
  }

  /** A database that does not answer is no reason to give up what nobody else can take from it either. */
  private async renew(): Promise<void> {
    this.doubtful = false;
    const renewed = await this.checkpoint
      .move(async (from, epoch) => {
        const reached = this.reached();
        const to = reached > from ? reached : from;
        const step = { epoch, from, to, seconds: this.seconds };
        const held = await renew(this.dataSource, this.name, step);
        return held ? to : undefined;
      })
      .catch(() => undefined);
    if (renewed === undefined) this.doubtful = true;
    if (renewed === false) this.lost.abort();
  }
}
