import { enforceOrFind, recordFindings } from '@app/findings';
import { NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { aboutWork, atWork } from '../visit/visit.preconditions.js';
import { resumption } from '../visit/resumption.js';
import { hasBegun, standingFor } from '../visit/standing.js';
import { found } from '../ticket/found.js';
import { workInRestHours } from '../ticket/work-in-rest-hours.js';
import type { StartWork } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { isUnderWay, suspensionOf } from '../visit/visit.state.js';

/** What comes before work: a guard while it can be prevented, a finding where it is told late. */
export const workDuties = [
  found.entitlementIsChecked,
  found.consentComesBeforeWork,
  found.integrityIsInspected,
  found.discrepancyIsAcknowledged,
  found.chargeIsSigned,
];

/** Work begins (R10). Work that an earlier visit broke off and left is thereby taken up again (V19). */
export function startWork(command: StartWork, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atWork(command, ticket);
  if (hasBegun(visit)) {
    throw new NotPossible('work-already-started', {
      zh: '维修已经开始',
      en: 'the work has started already',
    });
  }
  const standing = standingFor(command, visit, command.occurredAt);
  const missed = enforceOrFind(command, workDuties, standing);
  const brokenOff = open.visits.filter((each) => suspensionOf(each) && !isUnderWay(each));
  const started = [
    happened(command, 'WorkStarted', { visit: visit.visit }, ['R10', 'V11', 'V13']),
    ...recordFindings(command, open, missed, aboutWork(visit, command)),
  ];
  return [
    ...resumption(command, brokenOff),
    ...started,
    ...workInRestHours(command, open, started),
  ];
}
