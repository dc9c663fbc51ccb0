import type { Instant, Span } from '@app/kernel';
import {
  brokenOffAt,
  hasArrived,
  hasGone,
  suspensionOf,
  type Visit,
  type VisitSinceArrival,
} from './visit.state.js';

/**
 * When work went on at the customer's, as far as it is told by now: a stretch begins where the work
 * starts or is taken up again, and ends where it is interrupted, repaired or left. A try that restored
 * nothing ends none where it was not the last. What was taken along is worked on elsewhere (V18).
 */
export function stretchesOf(visit: Visit): Span[] {
  if (!hasArrived(visit) || !visit.workStarted) return [];
  const cuts = cutsOf(visit);
  const begins = [visit.firstAt.WorkStarted ?? visit.arrivedAt, ...cuts.map(({ until }) => until)];
  const last = begins.at(-1);
  const ends = [
    ...cuts.map(({ from }) => from),
    last === undefined ? undefined : endOf(visit, last),
  ];
  return begins
    .flatMap((from, index) => atCustomers(visit, from, ends[index]))
    .filter(({ from, until }) => from < until);
}

/** The stretch in which something was found: the last that had begun by then. */
export function stretchAt(stretches: readonly Span[], at: Instant): Span | undefined {
  return stretches.filter(({ from }) => from <= at).at(-1);
}

/** Where the work stood still, in order; the last may stand still yet. */
function cutsOf(visit: VisitSinceArrival): { from: Instant; until: Instant | undefined }[] {
  const still = suspensionOf(visit) ?? brokenOffAt(visit)?.suspension;
  const all = [...visit.interruptions, ...(still ? [{ from: still.since, until: undefined }] : [])];
  return all.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The end of work that began then and was not interrupted; undefined: it goes on, as far as is known. */
function endOf(visit: VisitSinceArrival, since: Instant): Instant | undefined {
  const { RepairCompleted: tried } = visit.stepsAt;
  if (tried !== undefined && (visit.repair?.restored || tried > since)) return tried;
  return 'leftAt' in visit ? visit.leftAt : undefined;
}

function atCustomers(
  visit: VisitSinceArrival,
  from: Instant | undefined,
  until: Instant | undefined,
): Span[] {
  if (from === undefined || until === undefined) return [];
  return [{ from, until: hasGone(visit) && visit.leftAt < until ? visit.leftAt : until }];
}
