import { enforceOrFind, recordFindings } from '@app/findings';
import { NotPossible, type Command, type Instant } from '@app/kernel';
import { happened, toldLate } from '@app/policy';
import { aboutVisit, atWork } from '../visit/visit.preconditions.js';
import { signedInTime } from '../visit/signature-time.js';
import { found } from '../ticket/found.js';
import type { FindExternalCause } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The fault is not the company's (V17), which the customer signs for itself. From now on the work is chargeable, and stands still until
 * the customer has signed what it costs; hence it cannot be found when the work is already done.
 */
export function findExternalCause(
  command: FindExternalCause,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { open, visit } = atWork(command, ticket);
  if (visit.repair?.restored && !happenedBefore(command, visit.stepsAt.RepairCompleted)) {
    throw new NotPossible('repair-completed', { zh: '维修已完成', en: 'the repair is completed' });
  }
  const missed = [
    ...enforceOrFind(command, [found.externalCauseIsNoted], command.data),
    ...enforceOrFind(command, [found.externalCauseIsSigned], command.data),
  ];
  const { signature } = command.data;
  if (signature) signedInTime({ ...command, data: { signature } }, visit.stepsAt.TechnicianArrived);
  return [
    happened(command, 'ExternalCauseFound', command.data, ['V17']),
    ...recordFindings(command, open, missed, aboutVisit(visit, command)),
  ];
}

function happenedBefore(command: Command, at: Instant | undefined): boolean {
  return toldLate(command) && command.occurredAt <= (at ?? '');
}
