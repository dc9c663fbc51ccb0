import { enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { atWork } from '../visit/visit.preconditions.js';
import { externalCauseIsNoted } from '../rules/external-cause-is-noted.js';
import type { FindExternalCause } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The fault is not the company's (V17). From now on the work is chargeable, and stands still until
 * the customer has signed what it costs; hence it cannot be found when the work is already done.
 */
export function findExternalCause(
  command: FindExternalCause,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { visit } = atWork(command, ticket);
  if (visit.repair?.restored) {
    throw new NotPossible('repair-completed', { zh: '维修已完成', en: 'the repair is completed' });
  }
  enforce([externalCauseIsNoted], command.data);
  return [happened(command, 'ExternalCauseFound', command.data, ['V17'])];
}
