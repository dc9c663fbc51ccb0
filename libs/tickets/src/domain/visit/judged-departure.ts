import type { Instant } from '@app/kernel';
import { wayOf } from './own-way.js';
import { promisedAt } from './promised.js';
import { departureOf } from './setting-out.js';
import { hasArrived, type Visit } from './visit.state.js';

/** When somebody set out; of whom nobody told it, when they came. */
export function departureJudged(visit: Visit, technician: string): Instant | undefined {
  const { departedAt, arrivedAt, joinedAt = '', noShowAt } = wayOf(visit, technician);
  if (departedAt !== undefined) return departedAt;
  if (noShowAt !== undefined) return arrivedAt;
  const together = departureOf(visit) ?? earlierDeparture(visit);
  if (together !== undefined && joinedAt <= together) return together;
  return arrivedAt ?? together ?? (hasArrived(visit) ? visit.arrivedAt : undefined);
}

/** That of an appointment that was moved only when they had come. */
function earlierDeparture(visit: Visit): Instant | undefined {
  return hasArrived(visit) ? promisedAt(visit, visit.arrivedAt).departedAt : undefined;
}
