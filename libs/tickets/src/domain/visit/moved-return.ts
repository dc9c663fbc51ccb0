import type { Command, Instant } from '@app/kernel';
import { toldLate } from '@app/policy';
import { cameBackAt } from './came-back.js';
import type { VisitRescheduled } from './planning.events.js';
import {
  brokenOffAt,
  isAt,
  returnAt,
  type BrokenOff,
  type LeftVisit,
  type Suspension,
  type Visit,
  type VisitAt,
  type VisitSinceArrival,
} from './visit.state.js';
import { wishOf } from './wishes.js';

/** Work stood still then, and somebody is to go on with it at the hour that was agreed, whether or not they have left. */
export function awaitsReturn(visit: Visit, at: Instant): visit is VisitAt<'away' | 'working'> {
  if (!isAt(visit, ['away', 'working']) || cameBackAt(visit) !== undefined) return false;
  return visit.suspension !== undefined && visit.suspension.since <= at;
}

/** Told late, that return was awaited then, though somebody has come back since, or was held not to have. */
export function awaitedReturn(command: Command, visit: Visit): boolean {
  const { occurredAt } = command;
  const known = returnAt(visit, occurredAt) ?? missedReturnAt(visit, occurredAt);
  return toldLate(command) && known !== undefined;
}

/** The return that nobody was known to have come to by its hour, where it was awaited at that time (V7). */
function missedReturnAt(visit: Visit, at: Instant): BrokenOff | undefined {
  const broken = brokenOffAt(visit);
  if (broken?.noShowAt === undefined) return undefined;
  const { since, returnBy } = broken.suspension;
  return since <= at && at <= returnBy ? broken : undefined;
}

/** A return that was moved, by when it was; undefined: the appointment itself was. */
export function returnMoved(visit: Visit, event: VisitRescheduled): Visit | undefined {
  const { occurredAt } = event;
  if (awaitsReturn(visit, occurredAt)) {
    const { suspension } = visit;
    return suspension && { ...moved(visit, event), suspension: at(suspension, event) };
  }
  const back = returnAt(visit, occurredAt);
  if (back) {
    const made = visit as VisitSinceArrival;
    const returns = made.returns?.map((each) => (each === back ? at(each, event) : each));
    return returns && { ...moved(made, event), returns };
  }
  const missed = missedReturnAt(visit, occurredAt);
  return missed && awaitedAnew(moved(visit as LeftVisit, event), missed, event);
}

/** It had been moved when somebody held that nobody had come back: they are still to come, unless that hour is over too. */
function awaitedAnew(
  { returning: _, ...visit }: LeftVisit,
  { suspension, noShowAt }: BrokenOff,
  event: VisitRescheduled,
): Visit {
  const later = at(suspension, event);
  if (event.data.unbooked)
    return { ...visit, returning: { suspension: later, ...(noShowAt && { noShowAt }) } };
  return { ...visit, status: 'away', suspension: later };
}

function moved<V extends Visit>(visit: V, { data, occurredAt }: VisitRescheduled): V {
  const wishes = [...visit.wishes, wishOf(data, occurredAt)];
  return { ...visit, booked: data.window, wishes };
}

function at<R extends Pick<Suspension, 'resumeAt' | 'returnBy'>>(
  agreed: R,
  { data: { window } }: VisitRescheduled,
): R {
  return { ...agreed, resumeAt: window.from, returnBy: window.until };
}
