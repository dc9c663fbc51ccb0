import { findingsAreReviewed } from '@app/findings';
import { broken, enforce, type Rule } from '@app/kernel';
import { happened } from '@app/policy';
import { requireUnclosedTicket } from '../ticket/preconditions.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { paperIsComplete } from '../rules/paper-is-complete.js';
import { productsAreReturned } from '../rules/products-are-returned.js';
import { receiptIsIssued } from '../rules/receipt-is-issued.js';
import { serviceIsRestored } from '../rules/service-is-restored.js';
import { ticketIsResolved } from '../rules/ticket-is-resolved.js';
import type { CloseTicket } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket, Ticket } from '../ticket/ticket.state.js';
import { billAt, outstanding } from '../visit/money.js';
import { hasArrived } from '../visit/visit.state.js';

/**
 * Everything is in order: nothing of the customer's is here, the paper is complete, every finding
 * judged, no later visit found the fault again, and whoever paid has a receipt, also for a visit that came to no work (V23).
 * What the customer still owes is said, and may be collected afterwards.
 */
export function closeTicket(command: CloseTicket, ticket: Ticket): readonly TicketEvent[] {
  const live = requireUnclosedTicket(ticket);
  enforce([ticketIsResolved, ...stillRestored(live)], live);
  enforce([productsAreReturned, paperIsComplete, findingsAreReviewed], live);
  for (const visit of live.visits.filter(hasArrived)) enforce([receiptIsIssued], visit);
  inOrder(command, live);
  const findings = live.findings.map(({ finding }) => finding);
  const owed = outstanding(live.visits.filter(hasArrived).map((visit) => billAt(live, visit)));
  return [happened(command, 'TicketClosed', { findings, ...owed }, ['R10'])];
}

/** Whether nothing that has to be in order for the closing is missing, findings aside. */
export function isInOrder(ticket: OpenedTicket): boolean {
  const paper = broken([...stillRestored(ticket), productsAreReturned, paperIsComplete], ticket);
  const receipts = ticket.visits
    .filter(hasArrived)
    .flatMap((visit) => broken([receiptIsIssued], visit));
  return paper.length === 0 && receipts.length === 0;
}

/** What was solved as restored by a repair is not closed so where a later visit found the fault again; it is reopened. */
function stillRestored({ outcome, stepsAt }: OpenedTicket): Rule<OpenedTicket>[] {
  return outcome === 'restored' && stepsAt.RepairCompleted !== undefined ? [serviceIsRestored] : [];
}
