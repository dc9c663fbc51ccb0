import type { DataSource } from 'typeorm';
import { Checkpoint } from './checkpoint.js';
import type { Lease } from './lease.js';
import { turnoverOf, type Turnover } from './pool.js';
import { Renewals } from './renewals.js';

/** Keeps a lease while its runner leads: prolongs it in good time, and stores how far the runner is. */
export class LeaseKeeper {
  /** Aborts when the lease has become another's, or the database has lost what was stored last. */
  readonly lost = new AbortController();
  readonly checkpoint: Checkpoint;
  private readonly prolonging: NodeJS.Timeout;
  private readonly forget: () => void;
  private readonly renewals: Renewals;
  private readonly turnover: Readonly<Turnover>;
  /** Connections that had ended by the last renewal; with one more it may have been the database that did. */
  private ended: number;
  private keeping: Promise<void> | undefined;

  /** @param reached up to where the runner has folded everything in */
  constructor(
    dataSource: DataSource,
    private readonly name: string,
    lease: Lease,
    private readonly seconds: number,
    private readonly reached: () => bigint,
  ) {
    this.checkpoint = new Checkpoint(lease);
    this.turnover = turnoverOf(dataSource);
    this.ended = this.turnover.ended;
    this.renewals = Renewals.of(dataSource);
    this.forget = this.renewals.remind(() => void this.keepUp());
    this.prolonging = setInterval(() => void this.keep(), (seconds * 1000) / 3);
  }

  /** Stores how far the runner is for the last time; the lease is still to be released. */
  async end(): Promise<void> {
    this.forget();
    clearInterval(this.prolonging);
    await this.keeping;
    if (!this.lost.signal.aborted) await this.keepUp();
  }

  private async keepUp(): Promise<void> {
    const doubtful = this.ended !== this.turnover.ended;
    if (doubtful || this.checkpoint.position < this.reached()) await this.keep();
  }

  private keep(): Promise<void> {
    this.keeping ??= this.renew().finally(() => (this.keeping = undefined));
    return this.keeping;
  }

  /** A database that does not answer is no reason to give up what nobody else can take from it either. */
  private async renew(): Promise<void> {
    const { ended } = this.turnover;
    const renewed = await this.checkpoint.move(this.moveOn).catch(() => undefined);
    if (renewed) this.ended = ended;
    if (renewed === false) this.lost.abort();
  }

  private readonly moveOn = async (from: bigint, epoch: string) => {
    const reached = this.reached();
    const to = reached > from ? reached : from;
    const renewal = { epoch, from, to, seconds: this.seconds };
    return (await this.renewals.renew(this.name, renewal)) ? to : undefined;
  };
}
