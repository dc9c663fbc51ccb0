import type { Instant } from '@app/kernel';
import { stepsAfter } from '../ticket/order-of-steps.js';
import type {
  DelayNotified,
  PlanningEvent,
  PreparationCorrected,
  TicketEvent,
  VisitPrepared,
  VisitRescheduled,
  VisitScheduled,
} from '../ticket/ticket.events.js';
import { arrived, returnMissed } from './visit.evolve.js';
import { hasArrived, type ScheduledVisit, type Visit, type VisitAt } from './visit.state.js';

/** Every type of PlanningEvent; one that is missing here does not compile. */
const PLANNING: Readonly<Record<PlanningEvent['type'], true>> = {
  VisitScheduled: true,
  VisitRescheduled: true,
  VisitCancelled: true,
  TechnicianAdded: true,
  TechnicianRemoved: true,
  VisitPrepared: true,
  PreparationCorrected: true,
  TechnicianDeparted: true,
  DelayNotified: true,
  TechnicianArrived: true,
  NoShowRecorded: true,
  NoShowCorrected: true,
};

export function isPlanning(event: TicketEvent): event is PlanningEvent {
  return event.type in PLANNING;
}

/** The ticket's visits after one step of planning. */
export function evolvePlanning(visits: readonly Visit[], event: PlanningEvent): readonly Visit[] {
  if (event.type === 'VisitScheduled') {
    const visit = planned(event.data);
    return [...visits, { ...visit, stepsAt: stepsAfter(visit, event) }];
  }
  return visits.map((visit) => (visit.visit === event.data.visit ? after(visit, event) : visit));
}

function after(visit: Visit, event: Exclude<PlanningEvent, { type: 'VisitScheduled' }>): Visit {
  const { occurredAt } = event;
  switch (event.type) {
    case 'VisitRescheduled':
      return replanned(visit, event);
    case 'VisitCancelled':
      return calledOff(visit, 'cancelled', occurredAt);
    case 'TechnicianAdded':
      return {
        ...visit,
        others: [...visit.others, event.data.technician],
        stepsAt: stepsAfter(visit, event),
      };
    case 'TechnicianRemoved':
      return {
        ...visit,
        others: visit.others.filter((each) => each !== event.data.technician),
        former: [...visit.former, { technician: event.data.technician, until: occurredAt }],
        stepsAt: stepsAfter(visit, event),
      };
    case 'VisitPrepared':
      return { ...preparedAs(visit, event), stepsAt: stepsAfter(visit, event) };
    case 'PreparationCorrected':
      return preparedAs(visit, event);
    case 'TechnicianDeparted':
      return departed(visit, occurredAt);
    case 'DelayNotified':
      return delayed(visit, event);
    case 'TechnicianArrived':
      return { ...arrived(visit, occurredAt), ...wished(visit, event.data) };
    case 'NoShowRecorded':
      return calledOff(visit, 'no-show', occurredAt);
    case 'NoShowCorrected':
      return visit;
  }
}

/** What is told late moves no visit back on its way. */
function departed(visit: Visit, departedAt: Instant): Visit {
  return visit.status === 'scheduled'
    ? { ...visit, status: 'departed', departedAt }
    : { ...visit, departedAt };
}

/** Nobody came, or nobody was to come. Where somebody is known to have been there before, that was not so. */
function calledOff(visit: Visit, status: 'no-show' | 'cancelled', calledOffAt: Instant): Visit {
  if (visit.status === 'away') return returnMissed(visit, calledOffAt);
  return hasArrived(visit) ? visit : { ...visit, status, calledOffAt };
}

function planned({
  visit,
  technician,
  window,
  atCustomersWish: wished,
}: VisitScheduled['data']): ScheduledVisit {
  return {
    visit,
    status: 'scheduled',
    technician,
    others: [],
    former: [],
    window,
    booked: window,
    expectedBy: window.until,
    wished,
    stepsAt: {},
    firstAt: {},
  };
}

/** What is corrected was made ready when it was put down first. */
function preparedAs(
  visit: Visit,
  { data, occurredAt: changedAt }: VisitPrepared | PreparationCorrected,
): Visit {
  const { badge, uniform, tools, parts } = data;
  const at = visit.ready?.at ?? changedAt;
  return { ...visit, ready: { badge, uniform, tools, parts, at, changedAt } };
}

/**
 * A new appointment starts afresh; what was packed stays packed, unless somebody else goes. Of a
 * return it moves the hour, and what was done before stays done.
 */
function replanned(visit: Visit, event: VisitRescheduled): Visit {
  if (visit.status === 'away') return returnMoved(visit, event);
  const { VisitPrepared, ...planning } = stepsAfter(visit, event);
  const { technician } = event.data;
  const others = visit.others.filter((each) => each !== technician);
  const left = { technician: visit.technician, until: event.occurredAt };
  const former = visit.technician === technician ? visit.former : [...visit.former, left];
  const next = { ...planned(event.data), others, former, stepsAt: planning };
  if (!visit.ready || visit.technician !== next.technician) return next;
  return { ...next, ready: visit.ready, stepsAt: { ...planning, VisitPrepared } };
}

function returnMoved(visit: VisitAt<'away'>, event: VisitRescheduled): Visit {
  const { window, atCustomersWish } = event.data;
  const agreed = { resumeAt: window.from, returnBy: window.until };
  return {
    ...visit,
    booked: window,
    wished: atCustomersWish,
    suspension: { ...visit.suspension, ...agreed },
    stepsAt: stepsAfter(visit, event),
  };
}

function wished(
  { wished: before }: Visit,
  { customerWishes }: { readonly customerWishes?: string },
): Pick<Visit, 'wished'> {
  return { wished: before || customerWishes !== undefined };
}

/** A notice moves the promise only while the promise still stands; one that comes after it changes nothing (V7). */
function delayed(visit: Visit, { data, occurredAt: notifiedAt }: DelayNotified): Visit {
  const { newArrival, booked = visit.booked } = data;
  const delay = { notifiedAt, newArrival };
  const stillPromised = (by: Instant) => notifiedAt < by && newArrival > by;
  if (visit.status === 'away') {
    const { suspension } = visit;
    const later = stillPromised(suspension.returnBy) ? { returnBy: newArrival } : {};
    return {
      ...visit,
      ...wished(visit, data),
      booked,
      delay,
      suspension: { ...suspension, ...later },
    };
  }
  return {
    ...visit,
    ...wished(visit, data),
    booked,
    delay,
    ...(stillPromised(visit.expectedBy) && { expectedBy: newArrival }),
  };
}
