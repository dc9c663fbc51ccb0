import { Gauge, type Registry } from 'prom-client';
import type { StoreMetrics } from '@app/event-store';
import type { Projections, ProjectionStatus } from '@app/projections';
import { observeValue } from './observe-value.js';

/** What the store counts, under its names in `/metrics`; what only grows ends with `_total`. */
const LANE = {
  queuedAppends: ['append_queue_appends', 'Appends that wait'],
  queuedEvents: ['append_queue_events', 'Events that wait'],
  queuedBytes: ['append_queue_bytes', 'Bytes that wait'],
  optimisticBatches: ['append_optimistic_batches_total', 'Batches sent as one insert'],
  lockedBatches: ['append_locked_batches_total', 'Batches sent through the lock path'],
  storedEvents: ['append_events_total', 'Events stored by this process'],
  collisions: ['append_conflicts_total', 'Times that another process came first'],
  reconnects: ['append_reconnects_total', 'Times that the appending connection was lost'],
  head: ['log_head_position', 'The newest position that this process knows of'],
} as const satisfies Record<keyof StoreMetrics, readonly [string, string]>;

/** What is told of each projection. */
const PROJECTIONS: readonly [string, string, (status: ProjectionStatus) => number][] = [
  ['projection_lag_events', 'Positions of the log not yet looked at', (status) => status.lagEvents],
  [
    'projection_lag_seconds',
    'Age of the oldest event not yet looked at',
    (status) => status.lagSeconds,
  ],
  [
    'projection_failed',
    '1 while it cannot get past an event',
    (status) => (status.failure ? 1 : 0),
  ],
];

/** The store's and the projections' figures, looked up when they are asked for. */
export function observeStore(
  registry: Registry,
  metrics: () => StoreMetrics,
  projections: Projections,
): void {
  for (const [key, [name, help]] of Object.entries(LANE)) {
    if (!(key in metrics())) continue;
    const read = () => Number(metrics()[key as keyof StoreMetrics]);
    observeValue(registry, { name, help }, read);
  }
  observeProjections(registry, projections);
}

/**
 * One look at the database serves all the figures of one scrape. While it is away they are left out:
 * nobody knows them, and all other figures are wanted then most of all.
 */
function observeProjections(registry: Registry, projections: Projections): void {
  let looking: Promise<ProjectionStatus[]> | undefined;
  const look = () => (looking ??= projections.status().finally(() => (looking = undefined)));
  for (const [name, help, read] of PROJECTIONS) {
    new Gauge({
      name,
      help,
      labelNames: ['projection'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const status of await look().catch(() => []))
          this.set({ projection: status.name }, read(status));
      },
    });
  }
}
