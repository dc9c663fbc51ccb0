import type { Instant, Span } from '@app/kernel';
import { stepsAfter } from '../ticket/order-of-steps.js';
import type {
  SupersededMoveRecorded,
  VisitRescheduled,
  VisitScheduled,
} from '../ticket/ticket.events.js';
import { awaitsNext } from './crew.js';
import { returnMoved } from './moved-return.js';
import { readyOf } from './own-way.js';
import {
  hasArrived,
  type EarlierPromise,
  type FormerTechnician,
  type AbsentVisit,
  type LeftVisit,
  type ScheduledVisit,
  type Visit,
  type VisitSinceArrival,
} from './visit.state.js';
import { wishOf } from './wishes.js';

/** A visit as it is planned at first: nobody has set out for it. */
export function planned(data: VisitScheduled['data'], at: Instant): ScheduledVisit {
  const { visit, technician, window } = data;
  return {
    visit,
    status: 'scheduled',
    technician,
    others: [],
    former: [],
    window,
    own: {},
    booked: window,
    expectedBy: window.until,
    wishes: [wishOf(data, at)],
    stepsAt: {},
    firstAt: {},
  };
}

/**
 * A new appointment starts afresh; what was packed stays packed, unless somebody else goes. Of a
 * return it moves the hour, and what was done before stays done.
 */
export function replanned(visit: Visit, event: VisitRescheduled): Visit {
  const back = returnMoved(visit, event);
  if (back) return { ...back, stepsAt: stepsAfter(visit, event) };
  if (awaitsNext(visit)) return nextMoved(visit, event);
  if (hasArrived(visit)) return promiseMoved(visit, event);
  const { VisitPrepared, ...planning } = stepsAfter(visit, event);
  const { technician } = event.data;
  const others = visit.others.filter((each) => each !== technician);
  const replaced = visit.technician !== technician;
  const former = replaced ? [...visit.former, replacedAt(visit, event.occurredAt)] : visit.former;
  const own = { ...stillReady(visit), ...(replaced && packedBy(visit)) };
  const earlier = [...(visit.earlier ?? []), promiseUntil(visit, event)];
  const plan = planned(event.data, event.occurredAt);
  const next = { ...plan, ...agreed(visit), others, former, own, earlier, stepsAt: planning };
  const ready = readyOf(visit, technician);
  if (!ready) return next;
  return { ...next, ready, stepsAt: { ...planning, VisitPrepared } };
}

/** Whoever is to come in place of who had come unheard comes at another hour, or another does; what was done stays done. */
function nextMoved(visit: LeftVisit | AbsentVisit, event: VisitRescheduled): Visit {
  const { technician, window } = event.data;
  const { expectedBy, wishes } = planned(event.data, event.occurredAt);
  const replaced = visit.technician !== technician;
  const { technician: former, until } = replacedAt(visit, event.occurredAt);
  return {
    ...visit,
    technician,
    others: visit.others.filter((each) => each !== technician),
    former: replaced ? [...visit.former, { technician: former, until }] : visit.former,
    window,
    booked: window,
    expectedBy,
    earlier: [...(visit.earlier ?? []), promiseUntil(visit, event)],
    wishes: [...visit.wishes, ...wishes],
    stepsAt: stepsAfter(visit, event),
  };
}

/** Another goes in their place. */
function replacedAt(visit: Visit, until: Instant): FormerTechnician {
  const { technician } = visit;
  const departedAt = 'departedAt' in visit ? visit.departedAt : undefined;
  return { technician, until, ...(departedAt !== undefined && { departedAt }) };
}

/** What the responsible technician made ready is theirs, also when another goes. */
function packedBy({ technician, ready }: Visit): Visit['own'] {
  return ready ? { [technician]: { ready } } : {};
}

/** Told when they had come: they were expected at another hour. A notice after that moved it once more (V7). */
function promiseMoved(visit: VisitSinceArrival, event: VisitRescheduled): Visit {
  const { data, occurredAt } = event;
  const { window } = data;
  const { notifiedAt = '', newArrival = '' } = visit.delay ?? {};
  const later = notifiedAt >= occurredAt && newArrival > window.until;
  return {
    ...visit,
    window,
    expectedBy: later ? newArrival : window.until,
    earlier: [...(visit.earlier ?? []), promiseUntil(visit, event)],
    wishes: [...visit.wishes, wishOf(data, occurredAt)],
    stepsAt: stepsAfter(visit, event),
  };
}

/** Of what was moved twice the first was told last: the customer was promised that hour from one until the other. */
export function promisedMeanwhile(
  visit: Visit,
  { data: { window, calledOff }, occurredAt: until }: SupersededMoveRecorded,
): Visit {
  const { earlier = [] } = visit;
  if (calledOff) return promisedLast(visit, window, until);
  const index = earlier.findIndex((each) => until < each.until);
  const before = earlier[index];
  if (!before) return visit;
  const { until: moved, knownUntil = moved } = before;
  const meanwhile = { window, expectedBy: window.until, until: moved, knownUntil };
  // Nobody heard of it before the next: whoever came until then went by the promise before it.
  const split = [{ ...before, until, knownUntil }, meanwhile];
  return { ...visit, earlier: earlier.toSpliced(index, 1, ...split) };
}

/** What was called off in the end was promised for that hour. */
function promisedLast(visit: Visit, window: Span, until: Instant): Visit {
  const { window: before, expectedBy, earlier = [] } = visit;
  const promised = { window, booked: window, expectedBy: window.until };
  return { ...visit, ...promised, earlier: [...earlier, { window: before, expectedBy, until }] };
}

/** Whoever agreed by phone agreed to the work, whenever somebody comes for it (V11). */
function agreed({ agreedAhead, firstAt }: Visit): Partial<Pick<Visit, 'agreedAhead' | 'firstAt'>> {
  const { ConsentGiven } = firstAt;
  return agreedAhead && ConsentGiven ? { agreedAhead, firstAt: { ConsentGiven } } : {};
}

/** What was promised until then. */
function promiseUntil(
  visit: Visit,
  { data: { enteredAt: knownUntil }, occurredAt: until }: VisitRescheduled,
): EarlierPromise {
  const { window, expectedBy } = visit;
  const departedAt = 'departedAt' in visit ? visit.departedAt : undefined;
  const known = knownUntil === undefined ? {} : { knownUntil };
  return { window, expectedBy, until, ...known, ...(departedAt !== undefined && { departedAt }) };
}

/** What each of the others has packed stays packed; that they had set out, or come, does not count. */
function stillReady({ own }: Visit): Visit['own'] {
  return Object.fromEntries(
    Object.entries(own).map(([each, { ready, joinedAt }]) => [each, { ready, joinedAt }]),
  );
}
