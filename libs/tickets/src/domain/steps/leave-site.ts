import { recordFindings } from '@app/findings';
import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { aboutVisit, stillThere } from '../visit/visit.preconditions.js';
import type { LeaveSite } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** What should have been done before leaving. Nobody can be kept from going; it is found when they go. */
export const duties = [
  found.customerIsGreeted,
  found.discrepancyIsExplained,
  found.feeIsExplained,
  found.externalCauseIsExplained,
  found.siteIsCleaned,
  found.customerCopyIsHandedOver,
  found.cardIsLeft,
  found.farewellIsMade,
  found.responsiblePersonsAreAsked,
  found.customerIsContent,
  found.companyApologises,
];

/** The technician is gone: a fact (R10), whether or not the work is finished. */
export function leaveSite(command: LeaveSite, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = stillThere(command, ticket);
  return [
    happened(command, 'TechnicianLeft', { visit: visit.visit }, ['R10']),
    ...recordFindings(command, open, broken(duties, visit), aboutVisit(visit)),
  ];
}
