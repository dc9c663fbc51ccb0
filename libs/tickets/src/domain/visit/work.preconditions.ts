import { enforce, NotPossible } from '@app/kernel';
import {
  sinceArrival,
  type NotCompleted,
  type VisitOfTicket,
  type VisitCommand,
} from './visit.preconditions.js';
import { chargeIsSigned } from '../rules/charge-is-signed.js';
import { discrepancyIsAcknowledged } from '../rules/discrepancy-is-acknowledged.js';
import { workHasStarted } from '../rules/work-has-started.js';
import { endedWithoutRepair, type Ticket } from '../ticket/ticket.state.js';
import { isUnderWay, suspensionOf, type Visit } from './visit.state.js';

/** Work that has begun goes on only while nothing has turned up that the customer must sign first (V13, V17). */
export const workGoesOn = [workHasStarted, discrepancyIsAcknowledged, chargeIsSigned];

/**
 * A visit whose work goes on, or went on and is written down after leaving. Where the ticket ended
 * without a repair, no work can follow, and what was done by then needs no further signature.
 *
 * @throws what `sinceArrival` and `notSuspended` throw; Refused [R10] [V13] [V17] by `workGoesOn`
 */
export function workedOn(command: VisitCommand, ticket: Ticket): VisitOfTicket<NotCompleted> {
  const found = sinceArrival(command, ticket);
  if (isUnderWay(found.visit)) notSuspended(found.visit);
  enforce(endedWithoutRepair(found.open) ? [workHasStarted] : workGoesOn, found.visit);
  return found;
}

/** @throws NotPossible the work is suspended, and must be resumed first (V19) */
export function notSuspended(visit: Visit): void {
  if (!suspensionOf(visit)) return;
  throw new NotPossible('work-suspended', {
    zh: '维修已中断，须先继续维修',
    en: 'the work is suspended and must be resumed first',
  });
}
