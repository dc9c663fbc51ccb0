import type { DataSource } from 'typeorm';
import { renew, type Lease } from './lease.js';

/** How long the stored checkpoint may lag behind over events that the table needs nothing of, in milliseconds. */
const SAVE_EVERY = 200;

/** Keeps a lease while its runner leads: prolongs it in good time, and stores how far the runner is. */
export class LeaseKeeper {
  /** Aborts when the lease has become another's. */
  readonly lost = new AbortController();
  private readonly timers: NodeJS.Timeout[];
  private saved: bigint;

  /** @param reached up to where the runner has folded everything in */
  constructor(
    private readonly dataSource: DataSource,
    private readonly name: string,
    private readonly lease: Lease,
    private readonly seconds: number,
    private readonly reached: () => bigint,
  ) {
    this.saved = lease.position;
    this.timers = [
      setInterval(() => void this.keep(), (seconds * 1000) / 3),
      setInterval(() => void this.keepUp(), SAVE_EVERY),
    ];
  }

  /** The runner's rows and its position were just stored. */
  stored(position: bigint): void {
    this.saved = position;
  }

  /** Stores how far the runner is for the last time; the lease is still to be released. */
  async end(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    if (!this.lost.signal.aborted) await this.keepUp();
  }

  private async keepUp(): Promise<void> {
    if (this.saved < this.reached()) await this.keep();
  }

  /** A database that does not answer is no reason to give up what nobody else can take from it either. */
  private async keep(): Promise<void> {
    const position = this.reached();
    const to = { position, seconds: this.seconds };
    const held = await renew(this.dataSource, this.name, this.lease, to).catch(() => undefined);
    if (held === false) this.lost.abort();
    if (held && position > this.saved) this.saved = position;
  }
}
