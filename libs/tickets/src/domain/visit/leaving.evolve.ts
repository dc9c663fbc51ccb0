import type { Instant } from '@app/kernel';
import { lastCameAt, wentAlone } from './own-way.js';
import { hasLeft, type Visit, type VisitSinceArrival } from './visit.state.js';

/** Others stay, or have left before; told late, they may have come back since. */
export function leftAlone(
  visit: VisitSinceArrival,
  technician: string,
  { leftAt, returning }: { readonly leftAt: Instant; readonly returning: boolean },
): Visit {
  if ((lastCameAt(visit, technician) ?? '') > leftAt) return visit;
  const present = visit.present.filter((each) => each !== technician);
  const way = { leftAt, ...(returning && { returning }) };
  const alone = { ...visit, ...wentAlone(visit, technician, way), present };
  return hasLeft(alone) && alone.leftAt < leftAt ? { ...alone, leftAt } : alone;
}
