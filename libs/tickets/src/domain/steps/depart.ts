import { recordFindings } from '@app/findings';
import { broken } from '@app/kernel';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { notBefore, requireOpenTicket, requireOwnVisit, visitAt } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { preparationRules } from '../visit/preparation-rules.js';
import type { Depart } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/** The technician sets out. What should have been done before and was not is found now (V3–V6). */
export function depart(command: Depart, ticket: Ticket): readonly TicketEvent[] {
  const open = requireOpenTicket(ticket);
  const planned = visitAt(open, command.data.visit, 'scheduled');
  const { visit, technician, prepared } = planned;
  requireOwnVisit(command, planned);
  notBefore(command, open.openedAt);
  inOrder(command, planned);
  const findings = [
    ...broken([found.customerFileWasReviewed, found.faultWasAnalysed], open),
    ...(prepared ? [] : broken(preparationRules, { needed: open.analysis })),
  ];
  return [
    happened(command, 'TechnicianDeparted', { visit }, ['V7']),
    ...recordFindings(command, open, findings, { visit, person: technician }),
  ];
}
