import type { Instant } from '@app/kernel';
import { departureOf } from './setting-out.js';
import type { EarlierPromise, Visit, VisitSinceArrival } from './visit.state.js';
import { waitsFrom } from './waits-from.js';

/**
 * The appointment that held at a moment, and who had set out for it: what is told late is judged by that (V7).
 * Where it had been changed, and the change was entered only afterwards, whoever went by the one before came
 * as they knew it.
 */
export function promisedAt(visit: Visit, at: Instant): Omit<EarlierPromise, 'until'> {
  const { window, expectedBy, earlier = [] } = visit;
  const now = { window, expectedBy, departedAt: departureOf(visit) };
  const held = earlier.find(({ until }) => at < until) ?? now;
  const known = earlier.find(({ until, knownUntil = until }) => at < knownUntil) ?? now;
  if (known === held) return held;
  const from = known.window.from < held.window.from ? known.window.from : held.window.from;
  const by = known.expectedBy > held.expectedBy ? known.expectedBy : held.expectedBy;
  const departedAt = known.departedAt ?? held.departedAt;
  return { window: { ...held.window, from }, expectedBy: by, departedAt };
}

/** When the appointment that held at a moment was moved; undefined: it holds yet. */
export function movedAfter({ earlier = [] }: Visit, at: Instant): Instant | undefined {
  return earlier.find(({ until }) => at < until)?.until;
}

/** They came, unasked, before the hour from which the customer had been told to be there. */
export function isExpectedLater(visit: VisitSinceArrival, at: Instant): boolean {
  const back = visit.returns?.findLast(({ cameAt }) => cameAt <= at);
  if (back) return at < back.resumeAt;
  if (visit.agreedEarlier || movedAfter(visit, visit.arrivedAt) !== undefined) return false;
  return at < waitsFrom(visit);
}

/** As `isExpectedLater`, of a later hour to which the appointment had been moved, of which they had not heard. */
export function isExpectedUnheard(visit: VisitSinceArrival, at: Instant): boolean {
  return visit.earlier !== undefined && !visit.returns && isExpectedLater(visit, at);
}
