import { enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { atWork } from '../visit/visit.preconditions.js';
import { externalRepairHasItsCause } from '../rules/external-repair-has-its-cause.js';
import type { CompleteRepair } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { notSuspended, workGoesOn } from '../visit/work.preconditions.js';

/** What the fault came of, and how the test went (R10). A try that restored nothing may be followed by another. */
export function completeRepair(command: CompleteRepair, ticket: Ticket): readonly TicketEvent[] {
  const { visit } = atWork(command, ticket);
  notSuspended(visit);
  enforce(workGoesOn, visit);
  enforce([externalRepairHasItsCause], { cause: command.data.cause, visit });
  if (visit.repair?.restored) {
    throw new NotPossible('repair-completed', { zh: '维修已完成', en: 'the repair is completed' });
  }
  return [happened(command, 'RepairCompleted', command.data, ['R10'])];
}
