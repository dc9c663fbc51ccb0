import type { DataSource } from 'typeorm';
import type { EventStore } from '@app/event-store';
import { acquire, release } from './lease.js';
import type { Projection } from './projection.js';
import { Runner } from './runner.js';

export interface RebuildOptions {
  /** Names this process in the lease. */
  readonly owner: string;
  /** Fence a process that leads the projection at present. Default: refuse while one does. */
  readonly takeOver?: boolean;
  /** Events per page; default 5,000. */
  readonly pageSize?: number;
  readonly onProgress?: (position: bigint, head: bigint) => void;
}

/**
 * Empties the tables of a projection and folds the whole log into them, up to what was the head at the
 * start. Its readers see incomplete tables meanwhile. A crash in the middle loses nothing: the
 * next runner goes on from the checkpoint.
 *
 * @returns the position reached
 * @throws LeaseHeld another process leads the projection and `takeOver` was not asked for
 */
export async function rebuild(
  dataSource: DataSource,
  store: EventStore,
  projection: Projection,
  { owner, takeOver = false, pageSize = 5_000, onProgress }: RebuildOptions,
): Promise<bigint> {
  const leader = { owner, logId: store.logId };
  const lease = await acquire(dataSource, projection, leader, { takeOver, fromZero: true });
  const head = await store.head();
  const runner = Runner.folding(projection, dataSource, store, { owner, pageSize });
  try {
    return await runner.catchUp(lease, head, (position) => onProgress?.(position, head));
  } finally {
    await release(dataSource, projection.name, lease).catch(() => undefined);
  }
}
