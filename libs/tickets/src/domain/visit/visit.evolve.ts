import type { Instant } from '@app/kernel';
import { firstAfter, stepsAfter } from '../ticket/order-of-steps.js';
import type {
  TechnicianLeft,
  TicketEvent,
  WorkResumed,
  WorkSuspended,
} from '../ticket/ticket.events.js';
import { hourFrom } from './booked-hour.js';
import { recordAfter } from './on-site.evolve.js';
import { NOTHING_DONE } from './on-site.record.js';
import {
  hasArrived,
  hasLeft,
  isAt,
  suspensionOf,
  WORKED_ON,
  type OnSiteVisit,
  type WorkingVisit,
  type Visit,
  type VisitAt,
  type VisitSinceArrival,
} from './visit.state.js';

/** The ticket's visits after something happened at one of them, from the greeting to the completed paper. */
export function evolveVisit(visits: readonly Visit[], event: TicketEvent): readonly Visit[] {
  if (!('visit' in event.data)) return visits;
  const { visit: number } = event.data;
  return visits.map((visit) => (visit.visit === number ? after(visit, event) : visit));
}

/** The technician is at the customer's. On a second arrival what was recorded at the first is kept. */
export function arrived(visit: Visit, arrivedAt: Instant): OnSiteVisit | WorkingVisit {
  if (visit.status === 'away') {
    const { leftAt: _, ...back } = visit;
    return { ...back, status: 'working', cameAt: arrivedAt };
  }
  if (hasLeft(visit) && visit.returning) {
    const { leftAt: _, returning, ...back } = visit;
    const { suspension } = returning;
    return { ...back, status: 'working', cameAt: arrivedAt, suspension };
  }
  return { ...NOTHING_DONE, ...visit, status: 'on-site', arrivedAt, cameAt: arrivedAt };
}

function after(visit: Visit, event: TicketEvent): Visit {
  const steps = { stepsAt: stepsAfter(visit, event), firstAt: firstAfter(visit, event) };
  const moved = movedBy(visit, event);
  if (moved) return { ...moved, ...steps };
  const before = there(visit, event);
  const record = recordAfter(before, event);
  return record ? { ...before, ...record, ...steps } : { ...visit, ...steps };
}

/** What the steps that change the visit's status make of it; undefined: the event is no such step. */
function movedBy(visit: Visit, event: TicketEvent): Visit | undefined {
  switch (event.type) {
    case 'WorkStarted':
      return started(there(visit, event));
    case 'WorkSuspended':
      return suspended(there(visit, event), event);
    case 'WorkResumed':
      return resumed(visit, event);
    case 'TechnicianLeft':
      return gone(there(visit, event), event);
    case 'CustomerAbsent':
      return { ...there(visit, event), status: 'absent', leftAt: event.occurredAt };
    case 'VisitCompleted':
      return completed(there(visit, event), event.occurredAt);
    case 'LabourCorrected':
    case 'PartCorrected':
    case 'LabourWithdrawn':
    case 'PartWithdrawn':
      return corrected(there(visit, event), event);
    default:
      return undefined;
  }
}

/** What the record says has changed: paper that was complete has to be put in order anew (V22). */
function corrected(visit: VisitSinceArrival, event: TicketEvent): VisitSinceArrival {
  const before = visit.status === 'completed' ? { ...visit, status: 'left' as const } : visit;
  return { ...before, ...recordAfter(before, event) };
}

/**
 * The visit as of an event that can only happen at the customer's: where no arrival was recorded,
 * the event's own time is taken for it, so that folding never fails.
 */
function there(visit: Visit, { occurredAt }: TicketEvent): VisitSinceArrival {
  return hasArrived(visit) ? visit : arrived(visit, occurredAt);
}

/** Work in the workshop begins after the technician has left, and does not bring them back. */
function started(visit: VisitSinceArrival): VisitSinceArrival {
  const working = { ...visit, workStarted: true };
  return working.status === 'on-site' ? { ...working, status: 'working' } : working;
}

/** Suspends the work. Where no start was recorded, it counts as started, since nothing else can be suspended. */
function suspended(
  visit: VisitSinceArrival,
  { data: { customerSide, resumeAt, customerWishes }, occurredAt }: WorkSuspended,
): VisitSinceArrival {
  const agreed = { booked: hourFrom(resumeAt), wished: customerWishes !== undefined };
  const returnBy = agreed.booked.until;
  const suspension = { since: occurredAt, customerSide, resumeAt, returnBy };
  return visit.status === 'on-site' || visit.status === 'absent'
    ? { ...visit, ...agreed, status: 'working', workStarted: true, suspension }
    : { ...visit, ...agreed, suspension };
}

function resumed(before: Visit, { data: { customerWishes }, occurredAt }: WorkResumed): Visit {
  const visit = interrupted(before, occurredAt);
  return { ...workEnded(visit), wished: visit.wished || customerWishes !== undefined };
}

/** What stood still until then is kept: nobody's hours lie within it. */
function interrupted(visit: Visit, until: Instant): Visit {
  const suspension = suspensionOf(visit);
  if (!suspension || !hasArrived(visit)) return visit;
  const interruptions = [...visit.interruptions, { from: suspension.since, until }];
  return { ...visit, interruptions };
}

/** Work stands still no longer, as it goes on or is over; nobody is expected back for it any more. */
export function workEnded(visit: Visit): Visit {
  if (visit.status === 'away') {
    const { suspension } = visit;
    return { ...visit, status: 'left', suspension: undefined, returning: { suspension } };
  }
  return isAt(visit, WORKED_ON) ? { ...visit, suspension: undefined } : visit;
}

/** Nobody came back by the promised hour: what was left is broken off (V7). */
export function returnMissed(visit: VisitAt<'away'>, noShowAt: Instant): Visit {
  const { suspension } = visit;
  return { ...visit, status: 'left', suspension: undefined, returning: { suspension, noShowAt } };
}

/** The technician has left, for good or until the hour that was agreed. */
function gone(
  visit: VisitSinceArrival,
  { data: { returning }, occurredAt: leftAt }: TechnicianLeft,
): Visit {
  const suspension = suspensionOf(visit);
  if (!returning || !suspension) return { ...visit, status: 'left', leftAt };
  return { ...visit, status: 'away', leftAt, suspension };
}

/** Completes the visit. Where no leaving was recorded, the time of the completion is taken for it. */
function completed(visit: VisitSinceArrival, at: Instant): Visit {
  return { ...visit, status: 'completed', leftAt: 'leftAt' in visit ? visit.leftAt : at };
}
