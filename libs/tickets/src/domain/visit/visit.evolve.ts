import type { Instant } from '@app/kernel';
import { firstAfter, stepsAfter } from '../ticket/order-of-steps.js';
import type { TicketEvent, WorkSuspended } from '../ticket/ticket.events.js';
import { recordAfter } from './on-site.evolve.js';
import { NOTHING_DONE } from './on-site.record.js';
import { hasArrived, type OnSiteVisit, type Visit, type VisitSinceArrival } from './visit.state.js';

/** The ticket's visits after something happened at one of them, from the greeting to the completed paper. */
export function evolveVisit(visits: readonly Visit[], event: TicketEvent): readonly Visit[] {
  if (!('visit' in event.data)) return visits;
  const { visit: number } = event.data;
  return visits.map((visit) =>
    visit.visit === number
      ? {
          ...after(visit, event),
          stepsAt: stepsAfter(visit, event),
          firstAt: firstAfter(visit, event),
        }
      : visit,
  );
}

/** The technician is at the customer's. On a second arrival what was recorded at the first is kept. */
export function arrived(visit: Visit, arrivedAt: Instant): OnSiteVisit {
  return { ...NOTHING_DONE, ...visit, status: 'on-site', arrivedAt };
}

/** What an event makes of its visit; what only the ticket remembers changes nothing here. */
function after(visit: Visit, event: TicketEvent): Visit {
  switch (event.type) {
    case 'WorkStarted':
      return started(there(visit, event));
    case 'WorkSuspended':
      return suspended(there(visit, event), event);
    case 'WorkResumed':
      return resumed(visit);
    case 'TechnicianLeft':
      return { ...there(visit, event), status: 'left', leftAt: event.occurredAt };
    case 'VisitCompleted':
      return completed(there(visit, event), event.occurredAt);
    default: {
      const before = there(visit, event);
      const record = recordAfter(before, event);
      return record ? { ...before, ...record } : visit;
    }
  }
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
  { data: { customerSide, resumeAt }, occurredAt }: WorkSuspended,
): VisitSinceArrival {
  const suspension = { since: occurredAt, customerSide, resumeAt };
  return visit.status === 'on-site'
    ? { ...visit, status: 'working', workStarted: true, suspension }
    : { ...visit, suspension };
}

function resumed(visit: Visit): Visit {
  return hasArrived(visit) && visit.status !== 'on-site'
    ? { ...visit, suspension: undefined }
    : visit;
}

/** Completes the visit. Where no leaving was recorded, the time of the completion is taken for it. */
function completed(visit: VisitSinceArrival, at: Instant): Visit {
  const hasLeft = visit.status === 'left' || visit.status === 'completed';
  return { ...visit, status: 'completed', leftAt: hasLeft ? visit.leftAt : at };
}
