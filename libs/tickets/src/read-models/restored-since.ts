import type { Instant } from '@app/kernel';
import type { RepairCompleted } from '../contract.js';

/** A repair, and when somebody came for it. */
interface Repair extends Pick<RepairCompleted['data'], 'restored' | 'cause'> {
  readonly arrivedAt: Instant | null;
  readonly occurredAt: Instant;
}

/** Since when the service is back; null: it is not. Who comes when it is held to be, and finds a fault, disproves that (R10). */
export function restoredSince(
  before: Instant | null,
  { restored, cause, arrivedAt, occurredAt }: Repair,
): Instant | null {
  if (!restored) return null;
  const again = before !== null && arrivedAt !== null && arrivedAt > before && cause !== 'no-fault';
  return again ? occurredAt : (before ?? occurredAt);
}
