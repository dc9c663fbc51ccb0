import { enforceOrFind, type Found } from '@app/findings';
import { broken, NotPossible, type Command, type Instant } from '@app/kernel';
import { toldLate } from '@app/policy';
import {
  inWorkshop,
  sinceArrival,
  type VisitCommand,
  type VisitOfTicket,
} from './visit.preconditions.js';
import { found } from '../ticket/found.js';
import { endedWithoutRepair, type Ticket } from '../ticket/ticket.state.js';
import { isInWorkshop } from './crew.js';
import { standingAt, standingFor } from './standing.js';
import { isUnderWay, suspensionOf, type Visit, type VisitSinceArrival } from './visit.state.js';

/** Work that has begun goes on only while nothing has turned up that the customer must sign first (V13, V17). */
export const signatures = [found.discrepancyIsAcknowledged, found.chargeIsSigned];

/** What comes before any work. */
export const beforehand = [
  found.entitlementIsChecked,
  found.consentComesBeforeWork,
  found.integrityIsInspected,
  found.workHasStarted,
];

/**
 * What had not come before work that was done from `from` on. Hours and parts have happened, so they
 * are taken whatever they came before, and it is found (V11, V13, R10).
 */
export function premature(visit: VisitSinceArrival, from: Instant): readonly Found[] {
  return broken(beforehand, standingAt(visit, from));
}

/**
 * A visit at which hours or parts are written down, also after leaving, by whoever makes it; those in the
 * workshop, of what it brought in, by whoever did the work (V18).
 *
 * @param from when the work was done, or began
 * @throws what `sinceArrival` and `notSuspended` throw
 */
export function workedOn(
  command: VisitCommand,
  ticket: Ticket,
  from: Instant = command.occurredAt,
): VisitOfTicket<VisitSinceArrival> {
  const { visit: number } = command.data;
  const visits = ticket.status === 'none' ? [] : ticket.visits;
  const known = visits.find(({ visit }) => visit === number);
  if (known && isInWorkshop(known, from)) return inWorkshop(command, ticket);
  const found = sinceArrival(command, ticket);
  const { since = from } = suspensionOf(found.visit) ?? {};
  if (isUnderWay(found.visit) && !toldLate(command) && from >= since) notSuspended(found.visit);
  return found;
}

/**
 * What of the signatures was missing for work until `until`; what turned up only then or later asked
 * none of it.
 *
 * @throws Refused [V13] [V17] told in time, one is missing
 */
export function unsignedAtWork(
  command: VisitCommand,
  visit: VisitSinceArrival,
  until: Instant = command.occurredAt,
) {
  return enforceOrFind(command, signatures, standingFor(command, visit, until));
}

/**
 * As `unsignedAtWork`, for work that is written down afterwards. Where the ticket ended without a
 * repair, no work can follow, and what was done by then waits for no further signature.
 *
 * @throws what `unsignedAtWork` throws
 */
export function unsignedOnRecord(
  command: VisitCommand,
  { open, visit }: VisitOfTicket<VisitSinceArrival>,
  until: Instant = command.occurredAt,
) {
  if (endedWithoutRepair(open) && !toldLate(command)) return [];
  return unsignedAtWork(command, visit, until);
}

/** @throws NotPossible the work is suspended, and must be resumed first (V19) */
export function notSuspended(visit: Visit): void {
  if (suspensionOf(visit)) throw workSuspended();
}

export function workSuspended(): NotPossible {
  return new NotPossible('work-suspended', {
    zh: '维修已中断，须先继续维修',
    en: 'the work is suspended and must be resumed first',
  });
}

/** @throws NotPossible the repair is completed; told late, it was by then */
export function notRestored(command: Command, { repair, stepsAt }: VisitSinceArrival): void {
  if (!repair?.restored) return;
  if (toldLate(command) && command.occurredAt < (stepsAt.RepairCompleted ?? '')) return;
  throw new NotPossible('repair-completed', { zh: '维修已完成', en: 'the repair is completed' });
}
