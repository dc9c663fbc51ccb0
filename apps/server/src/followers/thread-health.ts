/**
 * How the thread of the followers stands: `none` here, where no such thread is kept; `beginning`;
 * `following`; `waiting` to begin again.
 */
export type ThreadState = 'none' | 'beginning' | 'following' | 'waiting';

/** How the thread stands that projections and processes follow the log on, for health. */
export interface ThreadStatus {
  readonly state: ThreadState;
  /** How often in a row it has ended unasked without having followed in between; 0: it follows, or was not tried yet. */
  readonly failures: number;
  /** Why it ended the last time; absent while it follows. */
  readonly reason?: string;
  /** When it begins again; absent unless it waits. */
  readonly againAt?: string;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** Milliseconds until it begins again, after so many failures in a row: a second, doubling up to half a minute. */
export function beginsAgainAfter(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
}

/** What `Followers` knows of its thread, where health asks for it. */
export class ThreadHealth {
  status: ThreadStatus = { state: 'none', failures: 0 };

  begins(): void {
    this.status = { ...this.kept(), state: 'beginning' };
  }

  /** @returns how often it had ended before, since it last followed */
  follows(): number {
    const { failures } = this.status;
    this.status = { state: 'following', failures: 0 };
    return failures;
  }

  /** It ends with an error. */
  failed(reason: string): void {
    this.status = { ...this.kept(), reason };
  }

  /** It has ended unasked. @returns milliseconds until it begins again */
  ended(now = Date.now()): number {
    const failures = this.status.failures + 1;
    const wait = beginsAgainAfter(failures);
    const againAt = new Date(now + wait).toISOString();
    this.status = { ...this.kept(), state: 'waiting', failures, againAt };
    return wait;
  }

  private kept(): ThreadStatus {
    const { againAt: _, ...kept } = this.status;
    return kept;
  }
}
