import { enforceOrFind, recordFindings } from '@app/findings';
import { happened } from '@app/policy';
import { aboutVisit, atWork } from '../visit/visit.preconditions.js';
import { found } from '../ticket/found.js';
import type { InspectIntegrity } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** Are the parts inside complete, and has nobody tampered with them (V13)? A later look adds to what was found, and erases nothing. */
export function inspectIntegrity(
  command: InspectIntegrity,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { open, visit } = atWork(command, ticket);
  const missed = enforceOrFind(command, [found.discrepancyIsNoted], command.data);
  return [
    happened(command, 'IntegrityInspected', command.data, ['V13']),
    ...recordFindings(command, open, missed, aboutVisit(visit)),
  ];
}
