/** What the store counts, for `/metrics`; the numbers move while it works. */
export interface StoreMetrics {
  /** Waiting now: appends, their events and their bytes. */
  readonly queuedAppends: number;
  readonly queuedEvents: number;
  readonly queuedBytes: number;
  /** Batches sent on the optimistic path, and calls of the lock path. */
  readonly optimisticBatches: number;
  readonly lockedBatches: number;
  /** Events stored; divided by the batches it is the batch size. */
  readonly storedEvents: number;
  /** Times that another process had taken the position or the stream's version first. */
  readonly collisions: number;
  /** Times that the appending connection was lost. */
  readonly reconnects: number;
  /** The newest position this process knows of. */
  readonly head: bigint;
}

/** The counters of the lane. */
export class LaneCounters {
  optimisticBatches = 0;
  lockedBatches = 0;
  storedEvents = 0;
  collisions = 0;
  reconnects = 0;
}
