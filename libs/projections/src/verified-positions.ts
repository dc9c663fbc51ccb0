import type { DataSource } from 'typeorm';
import { turnoverOf, type Turnover } from './pool.js';

/** A runner, as far as it tells its position. */
interface Told {
  readonly position: bigint;
}

interface Claim {
  readonly opened: number;
  readonly position: bigint;
}

/**
 * Which positions that runners tell from memory are to be believed. A runner knows at once what it
 * has folded in, but learns later that the database has crashed and lost it again. Rows read over a
 * connection that was opened since it was last seen to be right may be older than it says: then the
 * stored checkpoint counts, until that has come to where the runner stood.
 */
export class VerifiedPositions {
  private readonly turnover: Readonly<Turnover>;
  /** Up to how many opened connections each runner was seen to be right. */
  private readonly believed = new Map<string, number>();
  /** What each runner said when it became doubtful, by so many opened connections. */
  private readonly claims = new Map<string, Claim>();

  /** @param stored looks where a projection's checkpoint is stored */
  constructor(
    dataSource: DataSource,
    private readonly stored: (name: string) => Promise<bigint>,
  ) {
    this.turnover = turnoverOf(dataSource);
  }

  /** Whether the runner's position is one that every open connection shows. */
  believes(name: string): boolean {
    return this.believed.get(name) === this.turnover.opened;
  }

  /** A position that every open connection shows: the runner's, or the stored one while that is in doubt. */
  async position(name: string, runner: Told): Promise<bigint> {
    if (this.believes(name)) return runner.position;
    const claimed = this.claimOf(name, runner);
    const { opened, stored } = await this.settled(name);
    if (opened !== claimed.opened || stored < claimed.position) return stored;
    this.believed.set(name, opened);
    return runner.position > stored ? runner.position : stored;
  }

  /** A runner that says less than it did has begun anew from what is stored. */
  private claimOf(name: string, runner: Told): Claim {
    const { opened } = this.turnover;
    const before = this.claims.get(name);
    const stands = before?.opened === opened && before.position <= runner.position;
    const claim = stands ? before : { opened, position: runner.position };
    this.claims.set(name, claim);
    return claim;
  }

  /** The stored checkpoint as every connection shows it that is open by now. */
  private async settled(name: string): Promise<{ opened: number; stored: bigint }> {
    for (;;) {
      const { opened } = this.turnover;
      const stored = await this.stored(name);
      if (opened === this.turnover.opened) return { opened, stored };
    }
  }
}
