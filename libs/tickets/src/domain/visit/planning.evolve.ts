import type { Instant } from '@app/kernel';
import { stepsAfter } from '../ticket/order-of-steps.js';
import type {
  CrewNoShowCorrected,
  CrewNoShowRecorded,
  DelayNotified,
  NoShowCorrected,
  PlanningEvent,
  PreparationCorrected,
  TechnicianArrived,
  TicketEvent,
  VisitPrepared,
} from '../ticket/ticket.events.js';
import { came, departed, gone, joined } from './coming.evolve.js';
import { awaitsNext } from './crew.js';
import { returnMissed } from './visit.evolve.js';
import { awaitsOne, returnOf, withBack } from './own-return.js';
import { readyAfter, wayOf, wentAlone } from './own-way.js';
import { planned, promisedMeanwhile, replanned } from './replanned.js';
import {
  hasArrived,
  isCalledOff,
  returnAt,
  type FormerTechnician,
  type Visit,
} from './visit.state.js';
import { wishesAfter } from './wishes.js';

/** Every type of PlanningEvent; one that is missing here does not compile. */
const PLANNING: Readonly<Record<PlanningEvent['type'], true>> = {
  VisitScheduled: true,
  VisitRescheduled: true,
  SupersededMoveRecorded: true,
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
  CrewNoShowRecorded: true,
  CrewNoShowCorrected: true,
};

export function isPlanning(event: TicketEvent): event is PlanningEvent {
  return event.type in PLANNING;
}

/** The ticket's visits after one step of planning. */
export function evolvePlanning(visits: readonly Visit[], event: PlanningEvent): readonly Visit[] {
  if (event.type === 'VisitScheduled') {
    const visit = planned(event.data, event.occurredAt);
    return [...visits, { ...visit, stepsAt: stepsAfter(visit, event) }];
  }
  return visits.map((visit) => (visit.visit === event.data.visit ? after(visit, event) : visit));
}

function after(visit: Visit, event: Exclude<PlanningEvent, { type: 'VisitScheduled' }>): Visit {
  const { occurredAt } = event;
  switch (event.type) {
    case 'VisitRescheduled':
      return replanned(visit, event);
    case 'SupersededMoveRecorded':
      return promisedMeanwhile(visit, event);
    case 'VisitCancelled':
      return calledOff(visit, 'cancelled', occurredAt, event.data.enteredAt);
    case 'TechnicianAdded':
      return {
        ...joined(visit, event.data.technician),
        ...wentAlone(visit, event.data.technician, { joinedAt: occurredAt }),
        others: [...visit.others, event.data.technician],
        stepsAt: stepsAfter(visit, event),
      };
    case 'TechnicianRemoved':
      return {
        ...gone(visit, event.data.technician),
        others: visit.others.filter((each) => each !== event.data.technician),
        former: [...visit.former, takenOff(visit, event.data.technician, occurredAt)],
        stepsAt: stepsAfter(visit, event),
      };
    case 'VisitPrepared':
      return preparedAs(visit, event);
    case 'PreparationCorrected':
      return preparedAs(visit, event);
    case 'TechnicianDeparted':
      return departed(visit, event);
    case 'DelayNotified':
      return delayed(visit, event);
    case 'TechnicianArrived':
      return {
        ...came(visit, event),
        ...wished(visit, event),
        ...(event.data.agreedEarlier && { agreedEarlier: true as const }),
      };
    case 'NoShowRecorded':
      return calledOff(visit, 'no-show', occurredAt);
    case 'NoShowCorrected':
      return notMissed(visit, event);
    case 'CrewNoShowRecorded':
      return missedByOne(visit, event);
    case 'CrewNoShowCorrected':
      return cameAfterAll(visit, event);
  }
}

/** One of those who were to come, or to come back, was not there with the others. */
function missedByOne(visit: Visit, { data, occurredAt: noShowAt }: CrewNoShowRecorded): Visit {
  const { technician } = data;
  const agreed = data.ofReturn ? returnOf(visit, technician, noShowAt) : undefined;
  const own = agreed
    ? withBack(visit, technician, { since: agreed.since, noShowAt })
    : wentAlone(visit, technician, { noShowAt });
  return { ...gone(visit, technician), ...own };
}

function cameAfterAll(visit: Visit, { data }: CrewNoShowCorrected): Visit {
  const { technician, noShowAt } = data;
  const way = wayOf(visit, technician);
  if (way.noShowAt === noShowAt)
    return { ...visit, ...wentAlone(visit, technician, { noShowAt: undefined }) };
  if (!way.backs) return visit;
  const backs = way.backs.flatMap(({ noShowAt: missedAt, ...back }) => {
    if (missedAt !== noShowAt) return { ...back, noShowAt: missedAt };
    return back.cameAt === undefined ? [] : back;
  });
  return { ...visit, ...wentAlone(visit, technician, { backs }) };
}

/** Whoever was there by then has yet to leave; of an earlier time, they had not come along. */
function takenOff(visit: Visit, technician: string, until: Instant): FormerTechnician {
  const there = hasArrived(visit) && visit.present.includes(technician) && visit.cameAt <= until;
  return { technician, until, ...(there && { there }) };
}

/** Nobody came, or nobody was to come. Where somebody is known to have been there before, that was not so. */
function calledOff(
  visit: Visit,
  status: 'no-show' | 'cancelled',
  calledOffAt: Instant,
  enteredAt?: Instant,
): Visit {
  if (visit.status === 'away') return returnMissed(visit, calledOffAt);
  if (awaitsNext(visit)) return { ...visit, nextCalledOffAt: calledOffAt };
  const before = isCalledOff(visit) && visit.calledOffAt <= calledOffAt;
  return hasArrived(visit) || before
    ? visit
    : { ...visit, status, calledOffAt, ...(enteredAt !== undefined && { enteredAt }) };
}

/** The visit had been moved when somebody held that nobody had come: it is still to be made. */
function notMissed(visit: Visit, { data: { noShowAt } }: NoShowCorrected): Visit {
  if (visit.status !== 'no-show' || visit.calledOffAt !== noShowAt) return visit;
  const { calledOffAt: _, ...expected } = visit;
  return { ...expected, status: 'scheduled' };
}

function preparedAs(visit: Visit, event: VisitPrepared | PreparationCorrected): Visit {
  const { technician } = event.data;
  if (technician === undefined) {
    return { ...visit, ready: readyAfter(visit.ready, event), stepsAt: stepsAfter(visit, event) };
  }
  const ready = readyAfter(wayOf(visit, technician).ready, event);
  return { ...visit, ...wentAlone(visit, technician, { ready }) };
}

function wished(
  { wishes }: Visit,
  { data, occurredAt }: DelayNotified | TechnicianArrived,
): Pick<Visit, 'wishes'> {
  return { wishes: wishesAfter(wishes, data, occurredAt) };
}

/** A notice moves the promise only while the promise still stands; one that comes after it changes nothing (V7). */
function delayed(visit: Visit, event: DelayNotified): Visit {
  const { data, occurredAt: notifiedAt } = event;
  const { newArrival, booked = visit.booked } = data;
  const delay = { notifiedAt, newArrival };
  const stillPromised = (by: Instant) => notifiedAt < by && newArrival > by;
  if (visit.status === 'away') {
    const { suspension } = visit;
    const later = stillPromised(suspension.returnBy) ? { returnBy: newArrival } : {};
    return {
      ...visit,
      ...wished(visit, event),
      booked,
      delay,
      suspension: { ...suspension, ...later },
    };
  }
  const back = returnDelayed(visit, event);
  if (back) return back;
  return {
    ...visit,
    ...wished(visit, event),
    booked,
    delay,
    ...(stillPromised(visit.expectedBy) && { expectedBy: newArrival }),
  };
}

/** Somebody has come back since, or is to come back to others who are there: undefined: it is of no return. */
function returnDelayed(visit: Visit, event: DelayNotified): Visit | undefined {
  const { occurredAt: notifiedAt } = event;
  const { newArrival } = event.data;
  const later = <R extends { readonly returnBy: Instant }>(agreed: R): R =>
    notifiedAt < agreed.returnBy && newArrival > agreed.returnBy
      ? { ...agreed, returnBy: newArrival }
      : agreed;
  const told = returnAt(visit, notifiedAt);
  if (told && hasArrived(visit)) {
    const returns = visit.returns?.map((each) => (each === told ? later(each) : each));
    return { ...visit, ...wished(visit, event), returns };
  }
  if (!awaitsOne(visit) || !visit.suspension) return undefined;
  const delay = { notifiedAt, newArrival };
  return { ...visit, ...wished(visit, event), delay, suspension: later(visit.suspension) };
}
