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
import { missedAppointment, type ChangeOfAppointment } from './missed-appointment.js';
import { brokenOffAt, hasArrived, type Visit } from './visit.state.js';
import { waitsFrom } from './waits-from.js';

/**
 * What is found of an appointment that is moved or called off: that nobody came in time, and that
 * the customer was not told, only when they were waiting already, or without an apology, which is put
 * to whoever decided it (V7). What the customer asked for themself nobody had to tell them, whenever
 * they asked.
 *
 * @throws Invalid `told-ahead` · `told-before-agreed`, pointing at `/told/at`
 */
export function changedAppointment(
  asked: ChangeOfAppointment,
  ticket: OpenedTicket,
  visit: Visit,
): TicketFinding[] {
  const command = asTold(asked, visit);
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

function checkTold({ data: { told }, occurredAt }: ChangeOfAppointment, visit: Visit): void {
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
  if (told.at < agreedAt(visit, occurredAt)) {
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
 * An appointment is changed as the customer is told of it (V7). Whoever enters that only afterwards, and as of then,
 * changed it when they told them: it is the entry that is late.
 */
export function asTold<C extends ChangeOfAppointment>(asked: C, visit: Visit | undefined): C {
  const { occurredAt, receivedAt = occurredAt, data } = asked;
  const { told } = data;
  if (!visit || !told || told.at >= occurredAt || told.at < agreedAt(visit)) return asked;
  const { expectedBy } = visit;
  const due = told.at <= waitsFrom(visit) ? waitsFrom(visit) : expectedBy;
  if (told.at > expectedBy || occurredAt <= due) return asked;
  return { ...asked, occurredAt: told.at, receivedAt };
}

/** When the customer was told last when to expect somebody. */
function agreedAt({ stepsAt }: Visit, until?: Instant): Instant {
  const { VisitScheduled = '', VisitRescheduled = '', WorkSuspended = '' } = stepsAt;
  return [VisitScheduled, VisitRescheduled, WorkSuspended]
    .filter((each) => until === undefined || each <= until)
    .sort()
    .at(-1)!;
}

/**
 * Whether a change that is told late came before what has become of the visit since: before anybody came,
 * or, where it is held that nobody did, while the customer still waited for the promised hour.
 */
export function changedBefore(command: CancelVisit | RescheduleVisit, visit: Visit): boolean {
  if (!toldLate(command)) return false;
  const { occurredAt } = command;
  if (visit.status === 'no-show') return occurredAt <= visit.expectedBy;
  return hasArrived(visit) && occurredAt <= visit.arrivedAt;
}

/** Nobody failed to come to a visit that had been moved or called off by then (V7). */
export function missDisproved(
  command: CancelVisit | RescheduleVisit,
  ticket: OpenedTicket,
  before: Visit,
  change: VisitCancelled | VisitRescheduled,
): TicketEvent[] {
  const { visit } = before;
  const noShowAt =
    before.status === 'no-show' ? before.calledOffAt : returnMissedAt(before, change);
  if (noShowAt === undefined) return [];
  const when = { ...command, occurredAt: cameToLight(command, noShowAt) };
  const miss = { rules: [found.appointmentIsKept], place: { visit }, since: noShowAt };
  return [
    happened(when, 'NoShowCorrected', { visit, noShowAt }, ['V7']),
    ...withdrawFindings(command, ticket, miss, change),
  ];
}

/** When nobody was held to have come back, where it is that return which had been changed. */
function returnMissedAt(visit: Visit, { occurredAt }: TicketEvent): Instant | undefined {
  const broken = brokenOffAt(visit);
  return broken && broken.suspension.since <= occurredAt ? broken.noShowAt : undefined;
}
