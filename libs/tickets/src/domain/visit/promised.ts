import type { Instant } from '@app/kernel';
import { departureOf } from './setting-out.js';
import type { EarlierPromise, Visit } from './visit.state.js';

/** The appointment that held at a moment, and who had set out for it: what is told late is judged by that (V7). */
export function promisedAt(visit: Visit, at: Instant): Omit<EarlierPromise, 'until'> {
  const { window, expectedBy, earlier = [] } = visit;
  const then = earlier.find(({ until }) => at < until);
  return then ?? { window, expectedBy, departedAt: departureOf(visit) };
}

/** When the appointment that held at a moment was moved; undefined: it holds yet. */
export function movedAfter({ earlier = [] }: Visit, at: Instant): Instant | undefined {
  return earlier.find(({ until }) => at < until)?.until;
}
