import type { Lease } from './lease.js';

/** Moves the stored checkpoint on from exactly `from`; undefined where it stands elsewhere or the lease is another's. */
export type Move = (from: bigint, epoch: string) => Promise<bigint | undefined>;

/**
 * The checkpoint of a lease, as its leader stored it last. Each move starts from exactly there: what
 * is stored does not wait for the disk, so a crash of the database can take it back, and whoever went
 * on from what it remembers would pass over the events in between for good.
 */
export class Checkpoint {
  private stored: bigint;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly lease: Lease) {
    this.stored = lease.position;
  }

  /** Where it was stored last. */
  get position(): bigint {
    return this.stored;
  }

  /**
   * One move after the other, in the order in which they were asked for; a page of rows and a renewal
   * would else take each other for somebody else.
   *
   * @returns whether it was moved; if not, lease and checkpoint are to be taken anew
   */
  move(move: Move): Promise<boolean> {
    const moved = this.last.then(() => this.take(move));
    this.last = moved.catch(() => undefined);
    return moved;
  }

  private async take(move: Move): Promise<boolean> {
    const to = await move(this.stored, this.lease.epoch);
    if (to === undefined) return false;
    this.stored = to;
    return true;
  }
}
