import type { Registry } from 'prom-client';
import type { DatabaseRoom } from '../health/database-room.js';
import { observeValue } from './observe-value.js';

/** Whether the database has room; look at it before it has none, at the disk itself. */
export function observeRoom(registry: Registry, room: DatabaseRoom): void {
  const full = { name: 'database_full', help: '1 from when the database says so until it is over' };
  observeValue(registry, full, () => (room.isFull ? 1 : 0));
  const refusals = {
    name: 'database_full_refusals_total',
    help: 'Times that the database refused for want of room',
  };
  observeValue(registry, refusals, () => room.refusals);
}
