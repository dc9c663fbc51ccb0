import { enforce } from '@app/kernel';
import { happened } from '@app/policy';
import { atWork } from '../visit/visit.preconditions.js';
import { discrepancyIsNoted } from '../rules/discrepancy-is-noted.js';
import type { InspectIntegrity } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** Are the parts inside complete, and has nobody tampered with them (V13)? A later look replaces the one before, but not the signature that it waits for. */
export function inspectIntegrity(
  command: InspectIntegrity,
  ticket: Ticket,
): readonly TicketEvent[] {
  atWork(command, ticket);
  enforce([discrepancyIsNoted], command.data);
  return [happened(command, 'IntegrityInspected', command.data, ['V13'])];
}
