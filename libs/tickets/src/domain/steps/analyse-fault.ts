import { withdrawFindings } from '@app/findings';
import { happened } from '@app/policy';
import { found } from '../ticket/found.js';
import { requireOwnTicket, requireTicketOfFact } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import type { AnalyseFault } from '../ticket/ticket.commands.js';
import type { FaultAnalysed, TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { studiedFor } from '../visit/studied-for.js';

/**
 * V6.2: symptom and cause are thought through beforehand, by each technician for the visit that they
 * are to make; what the office thinks helps nobody's own. A later analysis replaces the one before,
 * and one that needs nothing withdraws that a visit not yet set out to has no list of it (V3, V5).
 */
export function analyseFault(command: AnalyseFault, ticket: Ticket): readonly TicketEvent[] {
  const open = requireTicketOfFact(command, ticket);
  requireOwnTicket(command, open);
  inOrder(command, open);
  const { visit: _, ...analysis } = command.data;
  const study = studiedFor(command, open);
  const analysed = happened(command, 'FaultAnalysed', { ...study, ...analysis }, ['V6']);
  return [analysed, ...listsWithdrawn(command, open, analysed)];
}

function listsWithdrawn(
  command: AnalyseFault,
  open: OpenedTicket,
  analysed: FaultAnalysed,
): TicketEvent[] {
  const { parts, tools } = analysed.data;
  const rules = [
    ...(parts.length === 0 ? [found.partsAreListed] : []),
    ...(tools.length === 0 ? [found.toolsAreListed] : []),
  ];
  const since = open.openedAt;
  return open.visits
    .filter(({ status }) => status === 'scheduled')
    .flatMap(({ visit }) =>
      withdrawFindings(command, open, { rules, place: { visit }, since }, analysed),
    );
}
