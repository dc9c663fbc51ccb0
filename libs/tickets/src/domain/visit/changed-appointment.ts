import { findingsAfter, recordDeeds, withdrawFindings, type Found } from '@app/findings';
import { broken, Invalid, type Command, type Instant } from '@app/kernel';
import { cameToLight, happened, toldLate } from '@app/policy';
import { found } from '../ticket/found.js';
import type { CancelVisit, RescheduleVisit } from '../ticket/ticket.commands.js';
import type {
  TicketEvent,
  TicketFinding,
  VisitCancelled,
  VisitRescheduled,
} from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';
import type { Told } from '../ticket/ticket.values.js';
import { missedAppointment, waitsFrom, type ChangeOfAppointment } from './missed-appointment.js';
import { hasArrived, type Visit } from './visit.state.js';

/**
 * What is found of an appointment that is moved or called off: that nobody came in time, and that
 * the customer was not told, only when they were waiting already, or without an apology, which is put
 * to whoever decided it (V7). What the customer asked for themself nobody had to tell them, whenever
 * they asked.
 *
 * @throws Invalid `told-ahead` · `told-before-agreed`, pointing at `/told/at`
 */
export function changedAppointment(
  command: ChangeOfAppointment,
  ticket: OpenedTicket,
  visit: Visit,
): TicketFinding[] {
  const { actor, data } = command;
  checkTold(command, visit);
  const missed = missedAppointment(command, ticket, visit);
  const findings = missed.reduce<OpenedTicket['findings']>(findingsAfter, ticket.findings);
  const untold = data.atCustomersWish ? [] : ill(data.told, visit);
  const about = { visit: visit.visit, person: actor.onBehalfOf ?? actor.id, remark: data.reason };
  return [...missed, ...recordDeeds(command, { findings }, untold, about)];
}

/**
 * The same of several that are given up at once, with the ticket: each is looked at for itself.
 *
 * @throws what `changedAppointment` throws
 */
export function changedAppointments(
  command: ChangeOfAppointment,
  ticket: OpenedTicket,
  visits: readonly Visit[],
): TicketFinding[] {
  let { findings } = ticket;
  return visits.flatMap((visit) => {
    const changed = changedAppointment(command, { ...ticket, findings }, visit);
    findings = changed.reduce<typeof findings>(findingsAfter, findings);
    return changed;
  });
}

/** What is wrong with how the customer learned of another hour, or none, for which they did not ask. */
function ill(told: Told | undefined, visit: Visit): Found[] {
  const announced = [found.changeIsAnnounced, found.changeIsToldInTime];
  return [
    ...broken(announced, { ...(told && { told }), begins: waitsFrom(visit) }),
    ...(told ? broken([found.delayIsApologisedFor], told) : []),
  ];
}

/** Until a change is entered, whoever is on their way goes by what they know. */
export function enteredLater({ occurredAt, receivedAt = occurredAt }: Command): {
  enteredAt?: Instant;
} {
  return receivedAt > occurredAt ? { enteredAt: receivedAt } : {};
}

function checkTold({ data: { told }, occurredAt }: ChangeOfAppointment, { stepsAt }: Visit): void {
  if (!told) return;
  if (told.at > occurredAt) {
    throw new Invalid(
      'told-ahead',
      {
        zh: '告知客户的时间晚于本步骤的发生时间',
        en: 'the customer cannot have been told later than this step happened',
      },
      '/told/at',
    );
  }
  const agreed = [
    stepsAt.VisitScheduled ?? '',
    stepsAt.VisitRescheduled ?? '',
    stepsAt.WorkSuspended ?? '',
  ]
    .filter((each) => each <= occurredAt)
    .sort()
    .at(-1)!;
  if (told.at < agreed) {
    throw new Invalid(
      'told-before-agreed',
      {
        zh: '告知客户的时间早于约定本身',
        en: 'the customer cannot have been told before the appointment was made',
      },
      '/told/at',
    );
  }
}

/**
 * Whether a change that is told late came before what has become of the visit since: before anybody came,
 * or, where it is held that nobody did, while the customer still waited for the promised hour.
 */
export function changedBefore(command: CancelVisit | RescheduleVisit, visit: Visit): boolean {
  if (!toldLate(command)) return false;
  const { occurredAt } = command;
  if (visit.status === 'no-show') return occurredAt <= visit.expectedBy;
  return hasArrived(visit) && visit.status !== 'away' && occurredAt <= visit.arrivedAt;
}

/** Nobody failed to come to a visit that had been moved or called off by then (V7). */
export function missDisproved(
  command: CancelVisit | RescheduleVisit,
  ticket: OpenedTicket,
  before: Visit,
  change: VisitCancelled | VisitRescheduled,
): TicketEvent[] {
  if (before.status !== 'no-show') return [];
  const { visit, calledOffAt: noShowAt } = before;
  const when = { ...command, occurredAt: cameToLight(command, noShowAt) };
  const miss = { rules: [found.appointmentIsKept], place: { visit }, since: noShowAt };
  return [
    happened(when, 'NoShowCorrected', { visit, noShowAt }, ['V7']),
    ...withdrawFindings(command, ticket, miss, change),
  ];
}
