import { minutesBetween, type Command, type Instant } from '@app/kernel';
import { policyAt } from './settings.js';

/**
 * Whether a command tells what has happened already, so that nothing of it can be prevented any
 * more: it came from a device that had no connection, or later than the policy's `toldLateAfter`.
 */
export function toldLate({ occurredAt, receivedAt = occurredAt, inBatch }: Command): boolean {
  if (inBatch) return true;
  if (receivedAt === occurredAt) return false;
  return minutesBetween(occurredAt, receivedAt) > policyAt(occurredAt).toldLateAfter;
}

/**
 * When what follows of a command came to light: when it was heard of, though never before what it
 * changes. As of an hour before that, things stood otherwise.
 */
export function cameToLight(
  { occurredAt, receivedAt = occurredAt }: Command,
  changes: Instant = occurredAt,
): Instant {
  return receivedAt < changes ? changes : receivedAt;
}
