import type { DataSource } from 'typeorm';
import { turnoverOf, type Turnover } from './pool.js';

/** The part of a runner that is needed here: the position that it reports. */
interface Told {
  readonly position: bigint;
}

interface Claim {
  readonly opened: number;
  readonly position: bigint;
}

/**
 * Tells which positions that runners report from memory can be relied on. A runner knows at once
 * what it has folded in, but learns only later when the database has crashed and lost it again. If
 * a connection was opened since its position was last verified, rows read over that connection may
 * be older than the position. Then the stored checkpoint is given instead, until it has reached the
 * runner's position.
 */
export class VerifiedPositions {
  private readonly turnover: Readonly<Turnover>;
  /** The number of connections that had been opened when each runner's position was last verified. */
  private readonly believed = new Map<string, number>();
  /**
   * The position that each runner reported when a new connection made it doubtful, and the number
   * of connections opened by then.
   */
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

  /**
   * The position to be verified. A runner that reports less than before has started again from the
   * stored checkpoint, so its new position is taken.
   */
  private claimOf(name: string, runner: Told): Claim {
    const { opened } = this.turnover;
    const before = this.claims.get(name);
    const stands = before?.opened === opened && before.position <= runner.position;
    const claim = stands ? before : { opened, position: runner.position };
    this.claims.set(name, claim);
    return claim;
  }

  /** The stored checkpoint, read again until no connection was opened during the read. */
  private async settled(name: string): Promise<{ opened: number; stored: bigint }> {
    for (;;) {
      const { opened } = this.turnover;
      const stored = await this.stored(name);
      if (opened === this.turnover.opened) return { opened, stored };
    }
  }
}
