import type { Instant, Span } from '@app/kernel';
import { firstAfter, stepsAfter } from '../ticket/order-of-steps.js';
import type {
  TechnicianLeft,
  TicketEvent,
  WorkResumed,
  WorkSuspended,
} from '../ticket/ticket.events.js';
import { hourFrom } from './booked-hour.js';
import { isNewDiscrepancy } from './discrepancies.js';
import { absent, metAfterAll } from './found-nobody.js';
import { toBeMadeYet } from './before-the-hour.js';
import { leftAlone } from './leaving.evolve.js';
import { recordAfter } from './on-site.evolve.js';
import { NOTHING_DONE } from './on-site.record.js';
import { allLeft, cameTogether, greeted, leftForGood } from './own-way.js';
import { settledAfter, settledBy } from './settled.js';
import { wishesAfter } from './wishes.js';
import {
  hasArrived,
  hasLeft,
  isAt,
  isCalledOff,
  suspensionOf,
  WORKED_ON,
  type OnSiteVisit,
  type Suspension,
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
  if (visit.status === 'away') return cameBack(visit, visit.suspension, arrivedAt);
  if (hasLeft(visit) && visit.returning) {
    const { returning, ...left } = visit;
    return cameBack(left, returning.suspension, arrivedAt);
  }
  const came = { arrivedAt, cameAt: arrivedAt, present: cameTogether(visit), apart: false };
  const consented = visit.agreedAhead === true;
  const held = isCalledOff(visit)
    ? { heldOff: { status: visit.status, calledOffAt: visit.calledOffAt } }
    : {};
  return { ...NOTHING_DONE, consented, ...visit, ...held, ...came, status: 'on-site' };
}

function cameBack(
  { leftAt: _, returns = [], ...visit }: VisitAt<'away'> | VisitAt<'left'> | VisitAt<'completed'>,
  suspension: Suspension,
  cameAt: Instant,
): WorkingVisit {
  const { since, resumeAt, returnBy } = suspension;
  const back = { since, resumeAt, returnBy, cameAt };
  return { ...visit, status: 'working', cameAt, suspension, returns: [...returns, back] };
}

function after(known: Visit, event: TicketEvent): Visit {
  const visit = metAfterAll(known, event);
  const steps = { stepsAt: stepsAfter(visit, event), firstAt: firstAfter(visit, event) };
  const moved = movedBy(visit, event);
  if (moved) return { ...moved, ...steps };
  if (isAgreedAhead(visit, event))
    return { ...visit, ...steps, ...wished(visit, event), agreedAhead: true };
  const before = there(visit, event);
  const record = latest(before, event, recordAfter(before, event));
  if (!record) return { ...visit, ...steps };
  const anew = isNewDiscrepancy(event) || ANEW.has(event.type);
  const changed = anew ? paperAnew(before) : before;
  return {
    ...changed,
    ...record,
    ...steps,
    ...settledAfter(before, event),
    ...wished(before, event),
    ...greeted(before, event),
  };
}

/** Written on the record of a visit whose paper was complete, which has to be put in order anew (V22). */
const ANEW: ReadonlySet<TicketEvent['type']> = new Set([
  'ExternalCauseWithdrawn',
  'LabourLogged',
  'PartConsumed',
  'RepairCauseCorrected',
]);

function isAgreedAhead(visit: Visit, event: TicketEvent): boolean {
  if (event.type !== 'ConsentGiven' || hasArrived(visit)) return false;
  return event.data.phone !== undefined || event.data.clause !== undefined;
}

/** Of what is done more than once the last counts: an earlier one that is told late does not take its place. */
function latest<R>({ stepsAt }: Visit, { type, occurredAt }: TicketEvent, record: R): R {
  if (!record || occurredAt >= (stepsAt[type] ?? '')) return record;
  const { repair: _, farewell: __, ...rest } = record as R & Partial<VisitSinceArrival>;
  return rest as R;
}

/** What the customer wished of the work until the end of it (V19). */
function wished({ wishes }: Visit, event: TicketEvent): Pick<Visit, 'wishes'> {
  if (event.type !== 'RepairCompleted' && event.type !== 'ConsentGiven') return { wishes };
  return { wishes: wishesAfter(wishes, event.data, event.occurredAt) };
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
      return event.data.stands
        ? toBeMadeYet(there(visit, event))
        : absent(there(visit, event), event);
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
  const before = paperAnew(visit);
  return { ...before, ...recordAfter(before, event) };
}

function paperAnew(visit: VisitSinceArrival): VisitSinceArrival {
  return visit.status === 'completed' ? { ...visit, status: 'left' as const } : visit;
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
  const wish = { at: occurredAt, wished: customerWishes !== undefined, ahead: true };
  const agreed = { booked: hourFrom(resumeAt), wishes: [...visit.wishes, wish] };
  const suspension = { since: occurredAt, customerSide, resumeAt, returnBy: resumeAt };
  return visit.status === 'on-site' || visit.status === 'absent'
    ? { ...visit, ...agreed, status: 'working', workStarted: true, suspension }
    : { ...visit, ...agreed, suspension };
}

function resumed(before: Visit, { data, occurredAt }: WorkResumed): Visit {
  const visit = workEnded(interrupted(before, occurredAt));
  return { ...visit, wishes: wishesAfter(visit.wishes, data, occurredAt) };
}

/** What stood still until then is kept: nobody's hours lie within it. */
function interrupted(visit: Visit, until: Instant): Visit {
  const suspension = suspensionOf(visit);
  if (!hasArrived(visit)) return visit;
  if (!suspension) return { ...visit, interruptions: visit.interruptions.map(endedBy(until)) };
  const interruptions = [...visit.interruptions, { from: suspension.since, until }];
  return { ...visit, interruptions };
}

/** Told late, work had gone on earlier than what came after had shown. */
function endedBy(until: Instant): (span: Span) => Span {
  return (span) => (span.from <= until && until < span.until ? { ...span, until } : span);
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
function gone(before: VisitSinceArrival, { data, occurredAt: leftAt }: TechnicianLeft): Visit {
  const { returning = false, awaits, technician } = data;
  const visit = { ...before, wishes: wishesAfter(before.wishes, data, leftAt) };
  if (technician !== undefined) return leftAlone(visit, technician, { leftAt, returning });
  const left = allLeft(before, leftAt, returning);
  const own = awaits === undefined ? left : leftForGood(left, before.present, leftAt);
  const all: VisitSinceArrival = { ...visit, ...own, present: [] };
  return returning || awaits !== undefined ? away(all, leftAt) : { ...all, leftAt, status: 'left' };
}

/** Nobody is there, and somebody comes back to the work that was interrupted; where none was, they have left. */
function away(visit: VisitSinceArrival, leftAt: Instant): Visit {
  const suspension = suspensionOf(visit);
  if (!suspension) return { ...visit, leftAt, status: 'left' };
  return { ...visit, leftAt, status: 'away', suspension };
}

/** Completes the visit. Where no leaving was recorded, the time of the completion is taken for it. */
function completed(visit: VisitSinceArrival, at: Instant): Visit {
  const leftAt = 'leftAt' in visit ? visit.leftAt : at;
  return { ...visit, status: 'completed', leftAt, settled: settledBy(at, visit.money) };
}
