export interface RunnerOptions {
  /** Names this process in the lease; unique among all processes. */
  readonly owner: string;
  /** Events per page at most; default 2,000. One page is one transaction. */
  readonly pageSize?: number;
  /** How long a silent leader keeps its lease; default 10. Another process takes over after it. */
  readonly leaseSeconds?: number;
  /** Longest pause between two tries of a failing page, in milliseconds; default 30,000. */
  readonly longestPause?: number;
}

/**
 * - `stopped`: not started, or stopped.
 * - `standby`: about to ask for the lease, or another process leads.
 * - `leading`: folds the log into the table.
 * - `failing`: pauses before the next try.
 */
export type RunnerState = 'stopped' | 'standby' | 'leading' | 'failing';

/** How a runner stands, as one thread tells another. */
export interface RunnerSnapshot {
  readonly name: string;
  readonly state: RunnerState;
  readonly position: bigint;
  readonly failure: RunnerFailure | undefined;
}

/** What went wrong last; gone once a page has been written. */
export interface RunnerFailure {
  readonly message: string;
  readonly code?: string;
  readonly at: Date;
  /** Tries in a row that failed. */
  readonly failures: number;
}
