import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { recordFindings } from '../ticket/findings.js';
import { aboutVisit, atCustomers } from '../visit/visit.preconditions.js';
import { cardIsLeft } from '../rules/card-is-left.js';
import { companyApologises } from '../rules/company-apologises.js';
import { customerCopyIsHandedOver } from '../rules/customer-copy-is-handed-over.js';
import { customerIsContent } from '../rules/customer-is-content.js';
import { customerIsGreeted } from '../rules/customer-is-greeted.js';
import { discrepancyIsExplained } from '../rules/discrepancy-is-explained.js';
import { externalCauseIsExplained } from '../rules/external-cause-is-explained.js';
import { farewellIsMade } from '../rules/farewell-is-made.js';
import { feeIsExplained } from '../rules/fee-is-explained.js';
import { responsiblePersonsAreAsked } from '../rules/responsible-persons-are-asked.js';
import { siteIsCleaned } from '../rules/site-is-cleaned.js';
import type { LeaveSite } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** What should have been done before leaving. Nobody can be kept from going; it is found when they go. */
const duties = [
  customerIsGreeted,
  discrepancyIsExplained,
  feeIsExplained,
  externalCauseIsExplained,
  siteIsCleaned,
  customerCopyIsHandedOver,
  cardIsLeft,
  farewellIsMade,
  responsiblePersonsAreAsked,
  customerIsContent,
  companyApologises,
];

/** The technician is gone: a fact (R10), whether or not the work is finished. */
export function leaveSite(command: LeaveSite, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atCustomers(command, ticket);
  return [
    happened(command, 'TechnicianLeft', { visit: visit.visit }, ['R10']),
    ...recordFindings(command, open, broken(duties, visit), aboutVisit(visit)),
  ];
}
