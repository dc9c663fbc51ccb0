import { Gauge, type Registry } from 'prom-client';
import type { Projections } from '@app/projections';
import type { StoreMetrics } from '@app/event-store/postgres/metrics.js';

/** What the lane counts, under its names in `/metrics`. */
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

/** The store's and the projections' figures, looked up when they are asked for. */
export function observeStore(
  registry: Registry,
  metrics: () => StoreMetrics,
  projections: Projections,
): void {
  for (const [key, [name, help]] of Object.entries(LANE)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(Number(metrics()[key as keyof StoreMetrics]));
      },
    });
  }
  const lag = { labelNames: ['projection'] as const, registers: [registry] };
  const seconds = new Gauge({
    ...lag,
    name: 'projection_lag_seconds',
    help: 'Age of the oldest event not yet taken into account',
  });
  const failed = new Gauge({
    ...lag,
    name: 'projection_failed',
    help: '1 while the projection has stopped at an event',
  });
  new Gauge({
    ...lag,
    name: 'projection_lag_events',
    help: 'Positions of the log not yet taken into account',
    async collect() {
      for (const { name, lagEvents, lagSeconds, failure } of await projections.status()) {
        this.set({ projection: name }, lagEvents);
        seconds.set({ projection: name }, lagSeconds);
        failed.set({ projection: name }, failure ? 1 : 0);
      }
    },
  });
}
